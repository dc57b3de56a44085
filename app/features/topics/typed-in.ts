import type { FormFailure } from "~/platform/http/form-errors";
import type { FormDraft } from "./components/draft-line";

/** What a form shows instead of an empty one: what came back from a refusal, else the draft it opened with. */
export function typedIn(
  failure: FormFailure | undefined,
  draft: FormDraft | undefined,
): FormFailure | undefined {
  if (failure || !draft?.found) return failure;
  const { values, stamp } = draft.found;
  return { errors: { fields: {} }, values: { ...values, draft: stamp } };
}
