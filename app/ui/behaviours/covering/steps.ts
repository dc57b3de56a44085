import type { Painting } from "./painting";

export interface Steps {
  readonly now: Painting;
  readonly canUndo: boolean;
  /** What can be taken back by `undo`. */
  take(next: Painting): void;
  /** What is still on its way, such as a box under a finger. */
  show(next: Painting): void;
  undo(): void;
}

export function makeSteps(): Steps {
  const past: Painting[] = [];
  let settled: Painting = { boxes: [], crop: null };
  let now = settled;
  return {
    get now() {
      return now;
    },
    get canUndo() {
      return past.length > 0;
    },
    take(next) {
      past.push(settled);
      settled = now = next;
    },
    show(next) {
      now = next;
    },
    undo() {
      settled = now = past.pop() ?? settled;
    },
  };
}
