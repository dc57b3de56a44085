import type { ReactNode } from "react";
import type { Attachment } from "~/features/attachments/attachment";
import type { Actor } from "~/features/members/context";
import type { TopicFacts } from "../policy";
import type { OwnMarks } from "../own-marks";
import type { Reply } from "../reply";
import type { ReplySort } from "../reply-order";

/** What every reply of a page needs to know of the page. */
export interface ReplyThread {
  topic: TopicFacts & { number: number; slug: string };
  actor: Actor | null;
  now: Date;
  /** Order of the page, for jumps to others; oldest first where it is left out. */
  sort?: ReplySort;
  /** Replies that stand on this page: a jump to one of them stays here. */
  onPage: ReadonlySet<number>;
  /** Replies the reader has not seen before this visit. */
  freshIds?: ReadonlySet<number>;
  /** Where answering a reply is done. */
  replyToPath: (replyId: number) => string;
  /** Where answering it with a quote is done; null for those who cannot answer yet. */
  quotePath?: ((replyId: number) => string) | null;
  pictures: ReadonlyMap<number, readonly Attachment[]>;
  /** What the reader said and kept; null for a guest. */
  ownMarks: OwnMarks | null;
  /** Marks after the name, from features above: official, solution. */
  marksOf?: (reply: Reply) => ReactNode;
  /** Further acts, from features above. */
  actsOf?: (reply: Reply) => ReactNode;
  /** By id of a root whose branch is too large: where it goes on, and how many replies are left. */
  continuationOf?: (root: Reply) => { href: string; count: number } | null;
}
