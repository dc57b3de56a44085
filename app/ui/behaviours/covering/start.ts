import { decode, paint, show, sizeOf } from "./painting";
import { startDrawing } from "./drawing";
import { makeBoard } from "./board";

/**
 * Opens the tool on a picture that has not been sent, and answers the painted file, or null when nothing was painted.
 * The original stays in the memory of this page alone.
 */
export async function coverFile(box: HTMLElement, file: File): Promise<File | null> {
  const template = box.querySelector<HTMLTemplateElement>("template[data-cover-tool]");
  const copy = template?.content.cloneNode(true) as DocumentFragment | undefined;
  const dialog = copy?.querySelector("dialog");
  if (!dialog) return null;
  document.body.append(dialog);
  dialog.querySelector("[data-cover-name]")!.textContent = file.name;
  dialog.showModal();
  try {
    return await work(dialog, file, Number(box.dataset.maxImageBytes));
  } finally {
    dialog.remove();
  }
}

async function work(dialog: HTMLDialogElement, file: File, maxBytes: number): Promise<File | null> {
  const isClosed = new Promise<null>((resolve) => dialog.addEventListener("close", () => resolve(null)));
  const press = (name: string) => dialog.querySelector<HTMLButtonElement>(`[data-cover-do=${name}]`)!;
  const failed = () => {
    dialog.querySelector("[data-cover-error]")!.textContent = dialog.dataset.textFailed ?? "";
  };
  press("cancel").addEventListener("click", () => dialog.close());
  let picture: ImageBitmap;
  try {
    picture = await decode(file);
  } catch {
    failed();
    return isClosed;
  }
  show(dialog.querySelector("canvas")!, picture);
  const board = makeBoard(dialog, sizeOf(picture));
  startDrawing(dialog, board);
  // Until here there was nothing to press them for.
  for (const name of ["add", "crop", "apply"]) press(name).disabled = false;
  press("add").focus();
  const isPainted = new Promise<File>((resolve) => {
    press("apply").addEventListener("click", () => {
      const { boxes, crop } = board.steps.now;
      if (boxes.length === 0 && !crop) return dialog.close();
      void paint(file, picture, board.steps.now, maxBytes).then(
        (painted) => (painted ? resolve(painted) : failed()),
        failed,
      );
    });
  });
  const painted = await Promise.race([isPainted, isClosed]);
  picture.close();
  return painted;
}
