import { useText } from "~/platform/i18n/use-text";
import { maxVideoBytes } from "~/platform/video/limits";
import { FileDrop } from "~/ui/patterns/file-drop";
import { maxAttachments, maxImageBytes } from "../attachment";
import { type AttachmentFilesInput, useAttachmentFiles } from "./use-attachment-files";

export interface AttachmentFieldProps extends Omit<AttachmentFilesInput, "id"> {
  id?: string;
  /** "Screenshots" unless the form has a better word. */
  label?: string;
}

/**
 * Pictures in a form of fields. The form must be `encType="multipart/form-data"`; read it with `readPost`. In a
 * `Composer`, pass `files={useAttachmentFiles({ id, values })}` instead.
 */
export function AttachmentField({ id = "files", label, ...input }: AttachmentFieldProps) {
  const t = useText("attachments");
  const files = useAttachmentFiles({ id, ...input });
  return (
    <FileDrop
      {...files}
      label={label ?? t("label")}
      hint={t("hint", {
        limit: maxAttachments,
        megabytes: maxImageBytes / 1e6,
        videoMegabytes: maxVideoBytes / 1e6,
      })}
    />
  );
}
