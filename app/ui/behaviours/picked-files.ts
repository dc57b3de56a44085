import { writeBytes } from "../primitives/number";
import { type FileLimits, type FileRefusal, isVideoType, refusalOf } from "./file-rules";
import { fillSlots } from "./fill-slots";

/** A file that goes along, or one that was refused and why. */
export interface PickedFile {
  file: File;
  refusal: FileRefusal | null;
}

const sentenceByRefusal: Record<FileRefusal, string> = {
  "wrong-type": "textWrongType",
  "too-many": "textTooMany",
  "too-many-videos": "textTooManyVideos",
  "image-too-large": "textImageTooLarge",
  "video-too-large": "textVideoTooLarge",
};

// Choosing anew empties a file input, so what it held before is remembered beside it.
const held = new WeakMap<HTMLInputElement, readonly File[]>();

export function fileInputOf(box: ParentNode): HTMLInputElement | null {
  return box.querySelector<HTMLInputElement>("input[type=file]");
}

/** Adds files to what an input already held, and says of each whether it can go along. */
export function pickFiles(box: HTMLElement, input: HTMLInputElement, added: readonly File[]): PickedFile[] {
  const limits = limitsOf(box, input);
  const going = (held.get(input) ?? []).filter((file) => !added.includes(file));
  const picked = added.map((file) => {
    const videos = going.filter(({ type }) => isVideoType(type)).length;
    const taken = {
      images: going.length - videos + keptOf(box, "image"),
      videos: videos + keptOf(box, "video"),
    };
    const refusal = refusalOf(file, taken, limits);
    if (!refusal) going.push(file);
    return { file, refusal };
  });
  hold(input, going);
  return picked;
}

export function dropFile(input: HTMLInputElement, gone: File): void {
  hold(
    input,
    (held.get(input) ?? []).filter((file) => file !== gone),
  );
}

/** Puts a file made from another in its place. */
export function replaceFile(input: HTMLInputElement, from: File, to: File): void {
  hold(
    input,
    (held.get(input) ?? []).map((file) => (file === from ? to : file)),
  );
}

export function dropAllFiles(input: HTMLInputElement): void {
  held.delete(input);
}

export function refusalSentence(box: HTMLElement, { file, refusal }: PickedFile): string {
  if (!refusal) return "";
  const size = writeBytes(document.documentElement.lang, file.size);
  return fillSlots(box.dataset[sentenceByRefusal[refusal]] ?? "", { name: file.name, size });
}

function hold(input: HTMLInputElement, files: readonly File[]): void {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  input.files = list.files;
  held.set(input, files);
}

/** Rows the server keeps already, but for those marked to be taken out. */
function keptOf(box: HTMLElement, kind: "image" | "video"): number {
  const rows = [...box.querySelectorAll(`[data-file-list] > .file[data-kind=${kind}]:not([data-new])`)];
  return rows.filter((row) => !row.querySelector("input[type=checkbox]:checked")).length;
}

function limitsOf(box: HTMLElement, input: HTMLInputElement): FileLimits {
  return {
    accept: input.accept,
    maxCount: Number(box.dataset.maxCount),
    maxVideos: Number(box.dataset.maxVideos),
    maxImageBytes: Number(box.dataset.maxImageBytes),
    maxVideoBytes: Number(box.dataset.maxVideoBytes),
  };
}
