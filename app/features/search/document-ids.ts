/** What a document of the index stands for: the letter names the table, the number the row. */
export type IndexedThing = { type: "topic" | "reply" | "announcement"; id: number };

const letters = { topic: "t", reply: "r", announcement: "a" } as const;

export function documentId({ type, id }: IndexedThing): string {
  return `${letters[type]}${id}`;
}

/** Null for what is none of ours, such as a document of a later version of the index. */
export function readDocumentId(written: string): IndexedThing | null {
  const [, letter, digits] = /^([tra])([1-9]\d{0,14})$/.exec(written) ?? [];
  if (!letter || !digits) return null;
  const type = letter === "t" ? "topic" : letter === "r" ? "reply" : "announcement";
  return { type, id: Number(digits) };
}
