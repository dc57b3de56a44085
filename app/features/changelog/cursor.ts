/** Where a page of the changelog begins: right after this entry, newest first. */
export interface Cursor {
  publishedAt: Date;
  id: number;
}

export function writeCursor({ publishedAt, id }: Cursor): string {
  return `${publishedAt.getTime()}-${id}`;
}

/** Null for anything that was not written by `writeCursor`: an old or invented address shows the first page. */
export function readCursor(text: string | null): Cursor | null {
  const match = /^(\d{1,14})-(\d{1,9})$/.exec(text ?? "");
  return match ? { publishedAt: new Date(Number(match[1])), id: Number(match[2]) } : null;
}

/** The first instant after a month given as "2026-11", or null when it names none. */
export function endOfMonth(month: string | null): Date | null {
  const match = /^(20\d\d|19\d\d)-(0[1-9]|1[0-2])$/.exec(month ?? "");
  return match ? new Date(Date.UTC(Number(match[1]), Number(match[2]), 1)) : null;
}
