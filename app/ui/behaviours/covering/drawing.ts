import { closest } from "../closest";
import { type Area, between, moved, resized, stepOf } from "./areas";
import { type Board, type Chosen, removeChosen } from "./board";

interface Point {
  x: number;
  y: number;
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Boxes by finger, mouse and key. */
export function startDrawing(dialog: HTMLDialogElement, board: Board): void {
  const stage = dialog.querySelector<HTMLElement>("[data-cover-stage]")!;
  stage.addEventListener("pointerdown", (event) => drag(event, stage, board));
  stage.addEventListener("focusin", (event) => board.draw(chosenBy(event)));
  dialog.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isField(event)) {
      event.preventDefault();
      board.steps.undo();
      return board.draw();
    }
    if (chosenBy(event) !== null) pressOn(board, event);
  });
}

function pressOn(board: Board, event: KeyboardEvent): void {
  const { picture, steps, chosen } = board;
  const area = board.areaOf(chosen);
  if (!area) return;
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    return removeChosen(board);
  }
  const arrow = arrows[event.key];
  if (!arrow) return;
  event.preventDefault();
  const step = stepOf(picture, event.shiftKey);
  const change = event.altKey ? resized : moved;
  steps.take(board.withArea(change(area, arrow[0] * step, arrow[1] * step, picture)));
  board.draw();
}

/** On a box it moves it, at its corner it changes its size, beside every box it draws a new one. */
function drag(event: PointerEvent, stage: HTMLElement, board: Board): void {
  if (!event.isPrimary || event.button !== 0) return;
  event.preventDefault();
  const { picture, steps } = board;
  const start = pointOf(event);
  const which = chosenBy(event);
  const isCorner = Boolean(closest(event, "i"));
  const before = steps.now;
  if (which !== null) board.draw(which, { isFocused: true });
  const area = board.areaOf(which);
  let hasMoved = false;
  stage.setPointerCapture(event.pointerId);
  const listening = new AbortController();
  const heard = { signal: listening.signal };
  stage.addEventListener("pointermove", follow, heard);
  stage.addEventListener("pointerup", () => end(true), heard);
  stage.addEventListener("pointercancel", () => end(false), heard);

  function follow(move: PointerEvent): void {
    const now = pointOf(move);
    const [across, down] = [now.x - start.x, now.y - start.y];
    // A finger is never quite still.
    const slack = 3 * (picture.width / stage.clientWidth);
    hasMoved ||= Math.hypot(across, down) > slack;
    if (!hasMoved) return;
    if (area) steps.show(board.withArea((isCorner ? resized : moved)(area, across, down, picture)));
    else steps.show({ ...before, boxes: [...before.boxes, drawn(now)] });
    board.draw(area ? which : before.boxes.length);
  }

  function drawn(now: Point): Area {
    return between(start, now, picture);
  }

  function end(isTaken: boolean): void {
    listening.abort();
    const now = steps.now;
    steps.show(before);
    if (isTaken && hasMoved) steps.take(now);
    board.draw(board.chosen, { isFocused: hasMoved });
  }

  function pointOf({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = stage.getBoundingClientRect();
    return {
      x: ((clientX - left) / width) * picture.width,
      y: ((clientY - top) / height) * picture.height,
    };
  }
}

function chosenBy(event: Event): Chosen {
  const box = closest(event, "[data-box]")?.dataset.box;
  if (box === undefined) return null;
  return box === "crop" ? "crop" : Number(box);
}

function isField(event: Event): boolean {
  return event.target instanceof HTMLInputElement;
}
