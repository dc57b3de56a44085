import { fitsInteger } from "~/platform/db/storable";

/** The last promise of a page, by its day or, in milliseconds, by when it ended. */
export interface PromiseCursor {
  key: string;
  id: number;
}

export function writePromiseCursor({ key, id }: PromiseCursor): string {
  return `${key}_${id}`;
}

/** Null for what no list of ours has written; the list then begins at its beginning. */
export function readPromiseCursor(
  text: string | null,
  { isByTime }: { isByTime: boolean },
): PromiseCursor | null {
  const shape = isByTime ? /^(\d{1,14})_(\d{1,10})$/ : /^(\d{4}-\d{2}-\d{2})_(\d{1,10})$/;
  const [, key, id] = shape.exec(text ?? "") ?? [];
  return key && fitsInteger(Number(id)) ? { key, id: Number(id) } : null;
}
