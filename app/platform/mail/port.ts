/** A mail ready to go. Names and subject are plain words; the transport encodes them. */
export interface MailMessage {
  from: MailAddress;
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** Without angle brackets. The same mail sent again has the same one, so that it can be known as the same. */
  messageId: string;
  /** Ids of what it belongs to, the oldest first: mail programs group by them. */
  references?: readonly string[];
  /** Further headers, such as List-Unsubscribe. */
  headers?: Readonly<Record<string, string>>;
}

export interface MailAddress {
  name?: string;
  address: string;
}

/**
 * What became of an attempt: `accepted` the other side has it; `refused` it never will (5xx), because of the address or of
 * something else; `later` it asks to come again (4xx); `away` nobody who could take mail answers, whatever the mail.
 */
export type Delivery =
  | { outcome: "accepted"; response: string }
  | { outcome: "refused"; response: string; isForAddress: boolean }
  | { outcome: "later"; response: string }
  | { outcome: "away"; response: string };

/** Hands mails over, one at a time or several at once. Never throws for what the other side does. */
export interface MailTransport {
  readonly kind: "files" | "smtp";
  /** How many it takes at once. */
  readonly lanes: number;
  send(message: MailMessage): Promise<Delivery>;
  close(): Promise<void>;
}
