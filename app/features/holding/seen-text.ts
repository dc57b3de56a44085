import { foldText } from "~/platform/search-engine/language/folding";
import { decodeEntities, textFromHtml } from "~/platform/text/plain-text";

export interface SeenText {
  /** Title and body as a reader sees them, folded: width, case, accents, Traditional characters, hidden characters. */
  words: string;
  /** Addresses the markup leads to, as it has them; those of this site are paths. */
  addresses: string[];
}

const hidden = /[\p{Cf}\u034F\u115F\u1160\u2800\u3164\uFFA0\uFE00-\uFE0F]/gu;
const href = /\shref="([^"]*)"/g;

/** What the rules look at: the markup that would be shown, not its source, so that no notation hides anything. */
export function seenText({ title = "", bodyHtml }: { title?: string; bodyHtml: string }): SeenText {
  const visible = `${title}\n${textFromHtml(bodyHtml)}`.replace(hidden, "");
  const addresses = [...bodyHtml.matchAll(href)].map(([, address]) => decodeEntities(address!));
  return { words: foldText(visible), addresses };
}
