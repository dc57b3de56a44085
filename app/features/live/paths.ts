import type { Board } from "~/features/topics/topic";

/** What a page listens at; the script adds what it heard last. */
export function livePath(about: { topic?: number; board?: Board; since?: Date }): string {
  const params = new URLSearchParams();
  if (about.topic !== undefined) params.set("topic", String(about.topic));
  if (about.board) params.set("board", about.board);
  if (about.since) params.set("since", String(about.since.getTime()));
  return `/live?${params.toString()}`;
}
