import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "./use-error-text";

/** What the summary at the top of a form that came back says. `controls` maps fields to their ids, in the form's order. */
export function useErrorSummary(
  errors: FormErrors | undefined,
  controls: Record<string, string>,
): { errors: { controlId: string; message: string }[]; message: string | null } {
  const say = useErrorText();
  if (!errors) return { errors: [], message: null };
  const listed = Object.entries(controls).flatMap(([field, controlId]) => {
    const message = say(errors.fields[field]);
    return message ? [{ controlId, message }] : [];
  });
  return { errors: listed, message: say(errors.form) };
}
