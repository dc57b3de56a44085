import { renderToStaticMarkup } from "react-dom/server";
import { translator } from "~/platform/i18n/translator";
import type { MailDocument } from "./document";
import { MailLayout } from "./templates/mail-layout";

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Both parts of a mail. The plain one is written from the same words, not scraped out of the markup. */
export function renderMail(document: MailDocument): { html: string; text: string } {
  return {
    html: `${doctype}${renderToStaticMarkup(<MailLayout document={document} />)}`,
    text: plainText(document),
  };
}

function plainText(document: MailDocument): string {
  const { siteName, code, heading, paragraphs, items = [], button, notes = [], reason, links } = document;
  const t = translator(document.locale, "mails");
  const blocks = [
    siteName,
    code && `${t("code")} ${code}`,
    heading,
    ...paragraphs,
    ...items.map(({ said, title, quote, href }) =>
      [said, title, quote && quoted(quote.text), href].filter(Boolean).join("\n"),
    ),
    button && `${button.label}\n${button.href}`,
    ...notes,
    "-- ",
    reason,
    links.map(({ label, href }) => `${label}\n${href}`).join("\n\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}
