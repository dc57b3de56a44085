import { contactsIn } from "./contact-details";
import { keywordsIn } from "./keywords";
import { linksIn, type OwnHosts } from "./links";
import { type HoldingReason, holdingReasons, type HoldingRules } from "./rules";
import { seenText } from "./seen-text";

export interface Text {
  title?: string;
  bodyHtml: string;
}

export interface Written {
  text: Text;
  /** What stood there before an edit, which somebody may have looked at: only what is new counts. */
  before?: Text;
  /** Pictures and videos that were not on it before. */
  newFiles: number;
  /** Of the author, where the first few wait: posts that went through. Null of an edit. */
  earlierPosts: number | null;
  isNewcomer: boolean;
}

/** Why a post waits for a moderator; null when it goes through. */
export function holdingReason(rules: HoldingRules, ownHost: string, written: Written): HoldingReason | null {
  const { isNewcomer, newFiles, earlierPosts } = written;
  const found = findings(rules, { ownHost, knownHosts: rules.knownHosts }, written.text);
  const known = written.before && findings(rules, { ownHost, knownHosts: rules.knownHosts }, written.before);
  const isNew = (kind: keyof Findings) => found[kind].some((each) => !known?.[kind].includes(each));
  const holds: Record<HoldingReason, boolean> = {
    contacts: isNewcomer && rules.contacts && isNew("contacts"),
    links: isNewcomer && rules.links && isNew("links"),
    keyword: isNew("keywords"),
    images: isNewcomer && rules.images && newFiles > 0,
    "first-post": earlierPosts !== null && earlierPosts < rules.firstPosts,
  };
  return holdingReasons.find((reason) => holds[reason]) ?? null;
}

interface Findings {
  contacts: string[];
  links: string[];
  keywords: string[];
}

function findings({ keywords }: HoldingRules, hosts: OwnHosts, text: Text): Findings {
  const seen = seenText(text);
  return { contacts: contactsIn(seen), links: linksIn(seen, hosts), keywords: keywordsIn(seen, keywords) };
}
