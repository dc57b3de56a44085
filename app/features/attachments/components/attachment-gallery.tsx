import { useText } from "~/platform/i18n/use-text";
import { Clip } from "~/ui/patterns/clip";
import { Gallery } from "~/ui/patterns/gallery";
import { type Attachment, isVideo } from "../attachment";
import { filePath, thumbPath } from "../paths";

type Shown = Pick<Attachment, "id" | "mediaType" | "alt" | "width" | "height" | "thumbWidth" | "thumbHeight">;

export interface AttachmentGalleryProps {
  /** Unique on the page: "topic", "reply-12". */
  id: string;
  attachments: readonly Shown[];
  /** Language of the post, in which the descriptions are written. */
  lang?: string;
}

/** The pictures of a post as thumbnails that open in a lightbox, or as plain links without script; below them its video. */
export function AttachmentGallery({ id, attachments, lang }: AttachmentGalleryProps) {
  const t = useText("attachments");
  const pictures = attachments.filter((attachment) => !isVideo(attachment));
  const videos = attachments.filter(isVideo);
  return (
    <>
      <Gallery
        id={`${id}-pictures`}
        items={pictures.map((picture) => ({
          id: picture.id,
          thumbnail: thumbPath(picture.id),
          full: filePath(picture.id),
          fullWidth: picture.width,
          fullHeight: picture.height,
          width: picture.thumbWidth,
          height: picture.thumbHeight,
          alt: picture.alt,
          caption: picture.alt || undefined,
          lang,
        }))}
      />
      {videos.map(({ id: video, mediaType, width, height, alt }) => (
        <Clip
          key={video}
          src={filePath(video)}
          label={alt ? t("videoNamed", { description: alt }) : t("video")}
          caption={alt}
          {...{ mediaType, width, height, lang }}
        />
      ))}
    </>
  );
}
