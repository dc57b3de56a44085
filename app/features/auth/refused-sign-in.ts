import { type FormError, type FormErrors, formError } from "~/platform/http/form-errors";

interface Refused {
  reason: string;
  /** A sentence that says more than the reason does. */
  said?: FormError;
  allowedAt?: Date | null;
}

/** How a refused sign-in (or second step) is answered: the sentence, the status and when to come again. */
export function refusedSignIn(
  { reason, said, allowedAt }: Refused,
  now: Date,
): { error: FormErrors; status: number; headers?: Record<string, string> } {
  if (!allowedAt) {
    const isAway = reason === "sign-in-busy" || reason === "provider-away";
    const status = isAway ? 503 : reason === "sign-in-locked" ? 429 : 422;
    return { error: said ? formError(said.id, said.values) : formError(reason), status };
  }
  const seconds = Math.max(1, Math.ceil((allowedAt.getTime() - now.getTime()) / 1_000));
  const unit = seconds < 90 ? "seconds" : "minutes";
  const count = unit === "seconds" ? seconds : Math.ceil(seconds / 60);
  return {
    error: formError(reason, { count, unit }),
    status: 429,
    headers: { "Retry-After": String(seconds) },
  };
}
