/** Why a post waits for a moderator, the gravest first: the post keeps the first that applies. */
export const holdingReasons = ["contacts", "links", "keyword", "images", "first-post"] as const;
export type HoldingReason = (typeof holdingReasons)[number];

export function isHoldingReason(value: unknown): value is HoldingReason {
  return holdingReasons.includes(value as HoldingReason);
}

/** Which posts wait, as admins set it. Only what newcomers write, but for keywords: those hold what members write too. */
export interface HoldingRules {
  links: boolean;
  contacts: boolean;
  images: boolean;
  /** How many posts of an account wait before its posts go through; 0 is none. */
  firstPosts: number;
  /** As typed, one each. */
  keywords: string[];
  /** Hosts that may be linked to by anybody: explorers, the product's own pages. */
  knownHosts: string[];
}

/** Scams live on links and contacts. The rest would make every newcomer wait, which is for admins to want. */
export const usualRules: HoldingRules = {
  links: true,
  contacts: true,
  images: false,
  firstPosts: 0,
  keywords: [],
  knownHosts: [],
};

export const mostFirstPosts = 10;
export const mostKeywords = 300;
export const longestKeyword = 60;
export const mostKnownHosts = 100;
export const longestHost = 253;

/** How many pictures a newcomer may put on one post. */
export const picturesOfNewcomers = 3;
