import { prepareSearch } from "~/features/search/preparing.server";
import { indexedEvents } from "~/features/search/changed-things";
import { searchIndexListener } from "~/features/search/indexing.server";
import { noQuestion, type Question } from "~/features/search/question";
import { search, type SearchAnswer } from "~/features/search/searching.server";
import type { Context } from "~/features/members/context";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import type { Segment } from "~/platform/search-engine/port";

/** A platform whose index is built, and what brings it up to date with everything that happened. */
export async function searchable(platform: Platform) {
  await prepareSearch(platform);
  const subscriptions = Object.fromEntries(indexedEvents.map((type) => [type, [searchIndexListener]]));
  const worker = new OutboxWorker<Platform>(platform, subscriptions);
  return { drain: () => worker.drain() };
}

export async function answerTo(ctx: Context, question: Partial<Question> | string): Promise<SearchAnswer> {
  const asked = typeof question === "string" ? { words: question } : question;
  const answer = await search(ctx, { ...noQuestion, ...asked });
  if (answer.state !== "answered") throw new Error(`search was ${answer.state}`);
  return answer;
}

/** Titles found, in order. */
export async function titlesFor(ctx: Context, question: Partial<Question> | string): Promise<string[]> {
  return (await answerTo(ctx, question)).results.map(({ title }) => textOf(title));
}

export function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join("");
}
