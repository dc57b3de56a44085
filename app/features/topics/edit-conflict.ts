import type { FormErrors } from "~/platform/http/form-errors";
import { cleanText } from "~/platform/text/clean-text";
import { difference, type Part } from "./text-difference";

/** A post's text in one of its versions; a reply has no title. */
export interface VersionText {
  title?: string;
  body: string;
  version: number;
}

/** Two texts of one post, after a second editor came first. Either can be gone on with, and saved. */
export interface EditConflict {
  /** The newer text, with what its reader changed in it since. */
  title?: string;
  body: string;
  /** From the text in the form to the newest version; null where the title is the same. */
  titleParts: Part[] | null;
  parts: Part[];
}

type Values = Readonly<Record<string, string>>;

/** What the key says that saves the newer text instead of the form's own. */
export const savesNewer = "newer";
// Their names in the form: with it they are sent, kept as a draft and shown again.
const [newerTitle, newerBody] = ["newerTitle", "newerBody"];

/**
 * The values of a form that came too late, with the newest text beside them. What its reader changed in one shown
 * before (`shown`) stays; one they left alone makes place.
 */
export function withNewest(
  values: Values,
  newest: VersionText,
  shown: VersionText | null,
): Record<string, string> {
  const { [newerTitle]: title, [newerBody]: body } = values;
  const isAsShown =
    body === undefined ||
    (shown !== null && typed(body) === shown.body && (title ?? shown.title) === shown.title);
  return {
    ...values,
    ...(isAsShown && { [newerBody]: newest.body }),
    ...(isAsShown && newest.title !== undefined && { [newerTitle]: newest.title }),
    version: String(newest.version),
  };
}

/** What stands beside a form, read out of its values; null where nobody else saved meanwhile. */
export function conflictOf(newest: VersionText, values: Values | undefined): EditConflict | null {
  if (values?.[newerBody] === undefined) return null;
  const [mine, theirs] = [values.title, newest.title];
  const isTitleNew = mine !== undefined && theirs !== undefined && mine !== theirs;
  return {
    ...(theirs !== undefined && { title: values[newerTitle] ?? theirs }),
    body: values[newerBody],
    titleParts: isTitleNew ? difference(mine, theirs) : null,
    parts: difference(typed(values.body ?? ""), newest.body),
  };
}

/** The fields that are to be saved: the form's own, or the newer text's under the same names. */
export function chosenText(values: Values): Values {
  if (values.save !== savesNewer) return values;
  return { ...values, title: values[newerTitle] ?? "", body: values[newerBody] ?? "" };
}

/** Says what is wrong with a text at the fields it was typed in. */
export function errorsOfChosen(values: Values, errors: FormErrors): FormErrors {
  if (values.save !== savesNewer) return errors;
  const { title, body, ...fields } = errors.fields;
  return {
    ...errors,
    fields: { ...fields, ...(title && { [newerTitle]: title }), ...(body && { [newerBody]: body }) },
  };
}

/** As it would be saved: browsers end lines their own way. */
function typed(text: string): string {
  return cleanText(text).trimEnd();
}
