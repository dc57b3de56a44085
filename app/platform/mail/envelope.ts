import { cleanLine } from "~/platform/text/clean-text";
import type { MailAddress, MailMessage } from "./port";

const maxHeaderCharacters = 200;

/**
 * The message as nodemailer takes it. Every word that ends in a header is one line without anything that turns or hides it:
 * a name or title with a line break would otherwise write headers of its own.
 */
export function envelopeOf(message: MailMessage) {
  const { text, html, messageId, references = [], headers = {} } = message;
  return {
    from: addressOf(message.from),
    to: addressOf(message.to),
    subject: headerText(message.subject),
    text,
    html,
    messageId: `<${messageId}>`,
    ...(references.length > 0 && {
      references: references.map((id) => `<${id}>`).join(" "),
      inReplyTo: `<${references.at(-1)}>`,
    }),
    headers: Object.entries(headers).map(([key, value]) => ({ key, value: { prepared: true, value } })),
    // Nothing in a message may name a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function addressOf({ name, address }: MailAddress) {
  if (!isMailAddress(address)) throw new Error("That is no address a mail can go to");
  return { name: name ? headerText(name) : "", address };
}

function headerText(text: string): string {
  return [...cleanLine(text)].slice(0, maxHeaderCharacters).join("");
}

/** Strict on purpose: one address, no comment, no list, nothing that could be a header. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s"(),:;<>@[\\\]\p{C}]+@[^\s"(),:;<>@[\\\]\p{C}]+$/u.test(address);
}
