/** A suggestion another one could be merged into, as the page for choosing shows it. */
export interface MergeCandidate {
  number: number;
  slug: string;
  title: string;
  language: string;
  excerpt: string;
  status: string;
  votes: number;
}

/** The number in what somebody typed or pasted: "12", "#12" or an address of a topic. Null for words. */
export function numberTyped(text: string): number | null {
  const [, number] = /^(?:#|\S*\/t\/)?([1-9]\d{0,8})(?:[/?#]\S*)?$/.exec(text.trim()) ?? [];
  return number ? Number(number) : null;
}
