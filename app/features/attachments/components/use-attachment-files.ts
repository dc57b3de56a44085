import { useErrorText } from "~/platform/i18n/use-error-text";
import { useLocale, useText } from "~/platform/i18n/use-text";
import type { ComposerFilesProps } from "~/ui/patterns/composer-files";
import { writeBytes } from "~/ui/primitives/number";
import { maxVideoBytes } from "~/platform/video/limits";
import { acceptedTypes, fields, isVideo, maxAttachments, maxImageBytes, maxVideos } from "../attachment";
import { writeFilesRequest } from "../files-request";
import { type KeptUpload, readKeptUploads } from "../kept-uploads";
import { thumbPath, uploadsPath } from "../paths";
import { refusalError } from "../refusal-error";

export interface AttachmentFilesInput {
  /** Of the file input. */
  id: string;
  /** Values of the refused form (`useActionData<FormFailure>()?.values`): brings its pictures back. */
  values?: Readonly<Record<string, string>>;
  /** Pictures of the post being edited, for the first time the form is shown. */
  attached?: readonly KeptUpload[];
}

/** Everything about pictures that a `Composer` takes as `files` and a `FileDrop` as its props. */
export function useAttachmentFiles({ id, values, attached = [] }: AttachmentFilesInput): ComposerFilesProps {
  const locale = useLocale();
  const t = useText("attachments");
  const errorText = useErrorText();
  const again = readKeptUploads(values);
  const kept = values ? again.attachments : attached;
  const sentences = again.refusals.map((refusal) => errorText(refusalError(refusal)));
  return {
    id,
    name: fields.files,
    limits: {
      ...{
        accept: acceptedTypes.join(","),
        maxCount: maxAttachments,
        maxImageBytes,
        maxVideos,
        maxVideoBytes,
      },
      uploadPath: uploadsPath,
    },
    describeName: fields.alt,
    keepName: fields.kept,
    removeName: fields.remove,
    keptDescribeName: fields.keptAlt("{id}"),
    change: { name: fields.change, addValue: writeFilesRequest({ kind: "add" }) },
    kept: kept.map((upload) => ({
      id: upload.id,
      name: upload.fileName,
      kind: isVideo(upload) ? "video" : "image",
      note: t(isVideo(upload) ? "storedVideo" : "stored", { size: writeBytes(locale, upload.bytes) }),
      thumbnail: isVideo(upload) ? null : thumbPath(upload.id),
      description: { name: fields.keptAlt(upload.id), value: upload.alt },
      moves: {
        up: writeFilesRequest({ kind: "up", id: upload.id }),
        down: writeFilesRequest({ kind: "down", id: upload.id }),
      },
    })),
    error: sentences.length > 0 ? sentences.join(locale === "zh-CN" ? "" : " ") : null,
  };
}
