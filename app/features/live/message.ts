/** What a page is told: numbers and states, never a word somebody wrote. */
export type LiveMessage =
  | { event: "topic"; data: TopicNews }
  | { event: "bell"; data: { count: string; label: string } }
  /** More happened than is kept: the page offers to be loaded again. */
  | { event: "reset"; data: Record<string, never> };

export interface TopicNews {
  number: number;
  status: string;
  /** By the address of the form that counts: the page finds its numbers by it. */
  counts: Record<string, number>;
  /** Ids of replies that came, and that are not to be seen (any more). */
  came: number[];
  gone: number[];
  /** Where the first of those that came stands, and the page it is about. */
  isNew: boolean;
}

/** As the stream carries it: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function writeMessage({ event, data }: LiveMessage, id?: number): string {
  return `${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

export const heartbeat = ":\n\n";
