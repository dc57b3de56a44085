import { type DraftForm, draftKey } from "~/features/topics/draft-form";
import { draftPath } from "~/features/topics/paths";

/** Answers `?q=` with a fragment of what was posted before, for the form being written. */
export function similarPath(form: DraftForm): string {
  return `/search/similar?form=${encodeURIComponent(draftKey(form))}`;
}

/** Joins what another one posted instead of posting (DELETE takes it back), and keeps the form as a draft. */
export function insteadPath(form: DraftForm, number: number): string {
  return `${draftPath(form)}/instead/${number}`;
}
