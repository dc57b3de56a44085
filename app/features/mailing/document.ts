import type { Locale } from "~/locales/locales";

/** What a mail says, in words of its reader's language; the templates only lay it out. */
export interface MailDocument {
  locale: Locale;
  siteName: string;
  /** Origin of the site. */
  home: string;
  subject: string;
  /** What lists of mails show beside the subject. */
  preview: string;
  heading: string;
  paragraphs: readonly string[];
  items?: readonly MailItem[];
  button?: { label: string; href: string };
  /** Under the button: what to do when it was not you, how long a link is valid. */
  notes?: readonly string[];
  /** The member's own sign that a mail is ours. */
  code: string | null;
  /** Why this mail came, in one sentence, and what can be done about it. */
  reason: string;
  links: readonly { label: string; href: string }[];
}

export interface MailItem {
  /** Left out where the heading says it. */
  said?: string;
  title: string;
  lang: Locale;
  href: string;
  /** Words of somebody, only for who follows what they are from. Official ones are set apart. */
  quote?: { text: string; lang: Locale; isOfficial: boolean };
}
