import type { Attachment } from "~/features/attachments/attachment";
import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { Prose } from "~/ui/patterns/prose";

/** A text as it would be posted: rendered the same way, with the pictures that would hang on it. */
export interface Preview {
  /** Sanitised markup. */
  html: string;
  pictures: readonly Attachment[];
}

export function TextPreview({ html, pictures, size }: Preview & { size?: "m" }) {
  return (
    <>
      <Prose html={html} size={size} />
      <AttachmentGallery id="preview" attachments={pictures} />
    </>
  );
}
