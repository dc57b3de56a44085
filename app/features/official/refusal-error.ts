import { fieldError, type FormErrors, formError } from "~/platform/http/form-errors";
import type { OfficialRefusal } from "./posting.server";

/** The sentence for a letter that was not taken, at the field that has to change. */
export function refusalError(reason: OfficialRefusal): FormErrors {
  switch (reason) {
    case "type-not-here":
      return fieldError("type", "official-type-not-here");
    case "status-not-by-type":
      return fieldError("status", "official-status-not-by-type");
    case "decline-reason-required":
      return fieldError("reason", reason);
    case "announcement-gone":
      return fieldError("announcements", reason);
    case "promise-stands":
      return fieldError("promise", reason);
    case "promise-gone":
    case "promise-settled":
      return fieldError("promise-act", reason);
    case "promise-day-past":
    case "promise-day-far":
    case "promise-day-same":
      return fieldError("promise-due", reason);
    case "locked":
    case "merged":
    case "parent-gone":
      return formError(`official-${reason}`);
  }
}
