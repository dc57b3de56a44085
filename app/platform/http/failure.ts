import type { KeptForm } from "./kept-form";

/** Why a request ended without its page: what the error page gets to say so in the reader's language. */
export interface Failure {
  status: number;
  /** Id of the ProductError, "unexpected" or "unavailable". */
  id: string;
  details?: Record<string, unknown>;
  /** The form of somebody who has to sign in, or to wait, first. */
  kept?: KeptForm;
  /** When the same may be sent again. */
  allowedAt?: Date;
  /** Where the reader came from, on this site. */
  backTo?: string;
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "id" in value && "status" in value;
}
