import { safePath } from "~/platform/http/answer.server";
import { type KeptForm, unpackForm } from "~/platform/http/kept-form";
import type { SentForm } from "~/platform/http/read-form.server";

/** What signing in must not lose: where the visitor was going, and a change they had sent already. */
export interface Carried {
  next: string;
  kept: KeptForm | null;
}

/** Read from the visitor's own form, so only paths of this site count. */
export function carriedBy({ values }: Pick<SentForm, "values">): Carried {
  const kept = unpackForm(values.kept);
  return { next: safePath(values.next), kept: kept && isResumable(kept.path) ? kept : null };
}

// Signing in must not lead to signing in again, nor to the stages the page handler sets.
function isResumable(path: string): boolean {
  return safePath(path, "") !== "" && !/^\/(sign-|first-run|-\/)/.test(path);
}
