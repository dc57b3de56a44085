import type { FormError } from "~/platform/http/form-errors";
import { maxVideoBytes } from "~/platform/video/limits";
import { maxAttachments, maxImageBytes, type RefusedUpload } from "./attachment";

/** The sentence for a file that was not taken, as a key of locales/errors. */
export function refusalError({ fileName, reason }: RefusedUpload): FormError {
  return {
    id: `upload-${reason}`,
    values: {
      name: fileName,
      megabytes: maxImageBytes / 1e6,
      videoMegabytes: maxVideoBytes / 1e6,
      limit: maxAttachments,
    },
  };
}
