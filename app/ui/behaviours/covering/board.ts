import { fillSlots } from "../fill-slots";
import { type Area, middle, type Size, within } from "./areas";
import type { Painting } from "./painting";
import { makeSteps, type Steps } from "./steps";

/** A box by its place in the row, or the frame of what stays. */
export type Chosen = number | "crop" | null;

export interface Board {
  readonly picture: Size;
  readonly steps: Steps;
  readonly chosen: Chosen;
  areaOf(chosen: Chosen): Area | null;
  /** Draws what is there now; focuses what is chosen when that was asked for by key. */
  draw(chosen?: Chosen, options?: { isFocused?: boolean }): void;
  /** The painting with another area for the chosen box. */
  withArea(area: Area): Painting;
}

/** The boxes over the picture: each one a button that can be reached, named and moved by key. */
export function makeBoard(dialog: HTMLDialogElement, picture: Size): Board {
  const stage = dialog.querySelector<HTMLElement>("[data-cover-stage]")!;
  const find = (name: string) => dialog.querySelector<HTMLButtonElement>(`[data-cover-do=${name}]`)!;
  const steps = makeSteps();
  const buttons: HTMLButtonElement[] = [];
  const frame = makeButton();
  let chosen: Chosen = null;

  const board: Board = {
    picture,
    steps,
    get chosen() {
      return chosen;
    },
    areaOf: (which) =>
      which === "crop" ? steps.now.crop : which === null ? null : (steps.now.boxes[which] ?? null),
    draw(next = chosen, { isFocused = false } = {}) {
      chosen = board.areaOf(next) ? next : null;
      const { boxes, crop } = steps.now;
      while (buttons.length < boxes.length) buttons.push(makeButton());
      buttons.splice(boxes.length).forEach((button) => button.remove());
      boxes.forEach((area, at) =>
        place(buttons[at]!, area, at, fillSlots(dialog.dataset.textBox ?? "", { index: String(at + 1) })),
      );
      frame.toggleAttribute("data-crop", true);
      if (crop) place(frame, crop, "crop", dialog.dataset.textCrop ?? "");
      else frame.remove();
      find("undo").disabled = !steps.canUndo;
      find("remove").disabled = chosen === null;
      find("crop").setAttribute("aria-pressed", String(crop !== null));
      showNumbers();
      if (isFocused) (chosen === null ? find("add") : buttonOf(chosen))?.focus();
    },
    withArea(area) {
      const { boxes, crop } = steps.now;
      if (chosen === "crop") return { boxes, crop: area };
      return { boxes: boxes.map((each, at) => (at === chosen ? area : each)), crop };
    },
  };

  find("add").addEventListener("click", () => {
    const { boxes, crop } = steps.now;
    steps.take({ boxes: [...boxes, middle(picture)], crop });
    board.draw(boxes.length, { isFocused: true });
  });
  find("crop").addEventListener("click", () => {
    const { boxes, crop } = steps.now;
    const inner = { left: 0.1 * picture.width, top: 0.1 * picture.height };
    const frame = { ...inner, width: 0.8 * picture.width, height: 0.8 * picture.height };
    steps.take({ boxes, crop: crop ? null : within(frame, picture) });
    board.draw(crop ? null : "crop", { isFocused: !crop });
  });
  find("remove").addEventListener("click", () => removeChosen(board));
  find("undo").addEventListener("click", () => {
    steps.undo();
    board.draw();
    if (find("undo").disabled) find("add").focus();
  });
  for (const input of inputs()) {
    input.addEventListener("change", () => {
      const area = board.areaOf(chosen);
      if (!area || input.value === "") return board.draw();
      steps.take(
        board.withArea(within({ ...area, [input.dataset.coverSide!]: Number(input.value) }, picture)),
      );
      board.draw();
    });
  }
  board.draw();
  return board;

  function buttonOf(which: Chosen): HTMLButtonElement | undefined {
    return which === "crop" ? frame : buttons[which ?? -1];
  }

  function place(button: HTMLButtonElement, area: Area, which: Chosen, name: string): void {
    const { left, top, width, height } = area;
    if (!button.isConnected) stage.append(button);
    button.dataset.box = String(which);
    button.toggleAttribute("data-chosen", which === chosen);
    button.setAttribute("aria-label", `${name}: ${left}, ${top}, ${width} × ${height}`);
    const share = (length: number, all: number) => `${(100 * length) / all}%`;
    Object.assign(button.style, {
      left: share(left, picture.width),
      top: share(top, picture.height),
      width: share(width, picture.width),
      height: share(height, picture.height),
    });
  }

  function showNumbers(): void {
    const area = board.areaOf(chosen);
    const legend = dialog.querySelector<HTMLElement>("[data-cover-chosen]")!;
    legend.dataset.none ??= legend.textContent ?? "";
    legend.textContent = area ? (buttonOf(chosen)?.ariaLabel?.split(":")[0] ?? "") : legend.dataset.none;
    for (const input of inputs()) {
      const side = input.dataset.coverSide as keyof Area;
      input.disabled = !area;
      input.max = String(side === "left" || side === "width" ? picture.width : picture.height);
      input.value = area ? String(area[side]) : "";
    }
  }

  function inputs(): HTMLInputElement[] {
    return [...dialog.querySelectorAll<HTMLInputElement>("[data-cover-side]")];
  }
}

/** The chosen box, or the frame, is no more; the one before it is chosen then. */
export function removeChosen(board: Board): void {
  const { chosen, steps } = board;
  if (chosen === null) return;
  const { boxes, crop } = steps.now;
  if (chosen === "crop") steps.take({ boxes, crop: null });
  else steps.take({ boxes: boxes.filter((_box, at) => at !== chosen), crop });
  const rest = steps.now.boxes.length;
  board.draw(rest > 0 ? Math.min(typeof chosen === "number" ? chosen : 0, rest - 1) : null, {
    isFocused: true,
  });
}

function makeButton(): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.append(document.createElement("i"));
  return button;
}
