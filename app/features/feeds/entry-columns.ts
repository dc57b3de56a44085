import type { Context } from "~/features/members/context";
import { authorPath } from "~/features/members/paths";
import { langOf } from "~/features/topics/language";
import { asDateOrNull } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { textFromHtml } from "~/platform/text/plain-text";
import { absoluteHtml } from "./absolute-html";
import type { FeedEntry } from "./feed";
import { tagUri } from "./tag-uri";

/** Longer texts are linked to and not sent along: a feed must stay small whatever people post. */
const maxHtmlCharacters = 24_000;
/** Enough of a long text to show what it is about. */
const beginning = 2_000;
const summaryCharacters = 200;

// Bounded before it leaves the database.
const bounded = (alias: string) =>
  `CASE WHEN length(${alias}."bodyHtml") <= ${maxHtmlCharacters} THEN ${alias}."bodyHtml" END AS "html",
   ${alias}."language", ${alias}."editedAt"`;

/** Columns of a text on a table of this alias that keeps its own beginning. */
export function textColumns(alias: string): string {
  return `${bounded(alias)}, ${alias}."excerpt"`;
}

/** Columns of a reply on a table of this alias. */
export function replyTextColumns(alias: string): string {
  return `${bounded(alias)}, substr(${alias}."bodyHtml", 1, ${beginning}) AS "beginning"`;
}

export interface TextRow {
  html: string | null;
  language: string;
  editedAt: unknown;
  /** The beginning in plain words, or in markup that may be cut anywhere. */
  excerpt?: string;
  beginning?: string;
}

/** What entries are written with: the site's address today, and its name in ids for ever. */
export interface EntryContext {
  config: Pick<Context["config"], "origin">;
  authority: string;
}

export interface EntryInput {
  row: TextRow;
  /** What stays of it for ever, below the site's name: "topic/12". */
  idPath: string;
  /** Address on this site. */
  path: string;
  title: string;
  publishedAt: Date;
  author: { displayName: string; name?: string };
  tags: string[];
}

export function entryOf({ config, authority }: EntryContext, input: EntryInput): FeedEntry {
  const { row, idPath, path, title, publishedAt, author, tags } = input;
  const { origin } = config;
  const authorPage = author.name && authorPath({ name: author.name });
  return {
    id: tagUri(authority, idPath),
    url: origin + path,
    title,
    language: langOf(row.language),
    publishedAt,
    updatedAt: asDateOrNull(row.editedAt) ?? publishedAt,
    author: {
      name: author.displayName,
      ...(authorPage && { url: origin + authorPage }),
    },
    html: row.html === null ? null : absoluteHtml(row.html, origin),
    summary: row.excerpt ?? excerpt(textFromHtml(row.beginning ?? ""), summaryCharacters),
    tags,
  };
}
