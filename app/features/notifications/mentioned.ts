import { foldName } from "~/features/members/naming";

export const mostMentionsTold = 10;

const mention = /<a class="mention" href="\/members\/([^"]+)">/g;

/** Folded names a rendered text mentions, in its order: what stands in code or a quotation mark is no mention there. */
export function mentionedIn(bodyHtml: string): string[] {
  const names = new Set<string>();
  for (const [, written] of bodyHtml.matchAll(mention)) {
    names.add(foldName(decodeURIComponent(written!)));
    if (names.size === mostMentionsTold) break;
  }
  return [...names];
}
