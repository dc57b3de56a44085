import { excerpt } from "~/platform/text/excerpt";
import { textFromMarkdown } from "~/platform/text/plain-text";

/** What the team last said about a suggestion, as one line of a list. */
export interface OfficialLine {
  by: string;
  text: string;
  language: string;
}

export interface OfficialLineRow {
  officialName: string | null;
  officialTitle: string | null;
  officialSource: string | null;
  officialLanguage: string | null;
}

const characters = 160;
// Enough for that many characters whatever marks stand between them.
const sourceRead = 500;

/** Columns of an official reply `o` and its reply `r`, for `officialLineOf`. */
export const officialLineColumns = `o."authorName" AS "officialName", o."authorTitle" AS "officialTitle",
  substr(r."body", 1, ${sourceRead}) AS "officialSource", r."language" AS "officialLanguage"`;

/** Null where the join found no official reply. */
export function officialLineOf(row: OfficialLineRow): OfficialLine | null {
  const { officialName, officialTitle, officialSource, officialLanguage } = row;
  if (officialName === null || officialSource === null) return null;
  return {
    by: officialTitle ? `${officialName}, ${officialTitle}` : officialName,
    text: excerpt(textFromMarkdown(officialSource), characters),
    language: officialLanguage ?? "en",
  };
}
