import type { SystemContext } from "~/features/members/context";
import type { Locale } from "~/locales/locales";
import type { MailDocument } from "./document";

/** A mail somebody has claimed, with what is known of whom it goes to at this moment. */
export interface ClaimedMail {
  id: number;
  kind: string;
  data: Record<string, unknown>;
  createdAt: Date;
  recipient: Recipient;
}

export interface Recipient {
  /** Null for an address without an account. */
  memberId: number | null;
  address: string;
  locale: Locale;
  timeZone: string;
  /** The member's own sign; null where there is none, or the address is not known to be theirs. */
  code: string | null;
}

/** A mail in words, or why there is nothing to send any more. */
export type Composition =
  | {
      document: MailDocument;
      /** Names what it is about: mails with the same thread are grouped. */
      thread?: string;
      /** Address that acts on a POST without sign-in (RFC 8058). */
      unsubscribe?: string;
    }
  | { drop: string };

/** Makes the words of one kind of mail, many at once. Reads the present state: what was true when it was queued may not be. */
export interface Composer {
  kind: string;
  /** Mails only an address known to be the member's may get, and none who mutes all mail. */
  isOptional: boolean;
  compose(ctx: SystemContext, mails: readonly ClaimedMail[]): Promise<Map<number, Composition>>;
}
