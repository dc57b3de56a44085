import { useLocale, useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Icon } from "~/ui/primitives/icon";
import { writeBytes } from "~/ui/primitives/number";
import { Time } from "~/ui/primitives/time";
import { isVideo } from "../attachment";
import type { OwnUpload } from "../own-uploads.server";
import { filePath, ownUploadPath, thumbPath } from "../paths";

export interface OwnUploadListProps {
  uploads: readonly (OwnUpload & { href: string | null })[];
  /** How much of the room is used, in words and from 0 to 1. */
  room: string;
  share: number;
  now: Date;
}

export function OwnUploadList({ uploads, room, share, now }: OwnUploadListProps) {
  const t = useText("attachments");
  return (
    <>
      <p className="upload-room">
        <meter min={0} max={1} high={0.9} value={share} aria-hidden="true" /> {room}
      </p>
      {uploads.length === 0 ? (
        <EmptyState icon="image" title={t("own.empty")}>
          {t("own.emptyHint")}
        </EmptyState>
      ) : (
        <ul className="lines uploads">
          {uploads.map((upload) => (
            <OwnUploadItem key={upload.id} upload={upload} now={now} />
          ))}
        </ul>
      )}
    </>
  );
}

function OwnUploadItem({ upload, now }: { upload: OwnUploadListProps["uploads"][number]; now: Date }) {
  const t = useText("attachments");
  const locale = useLocale();
  const { id, fileName, alt, bytes, createdAt, isPublic, place, href, thumbWidth, thumbHeight } = upload;
  const title = "title" in place ? <bdi>{place.title}</bdi> : null;
  const where = t.rich(`own.where.${place.kind}`, {
    title: () => (href ? <a href={href}>{title}</a> : title),
  });
  const needsSaying = !isPublic && place.kind !== "waiting" && place.kind !== "draft";
  return (
    <li>
      <a className="upload-pic" href={filePath(id)} aria-label={fileName}>
        {isVideo(upload) ? (
          <Icon name="video" />
        ) : (
          <img src={thumbPath(id)} alt={alt} width={thumbWidth} height={thumbHeight} loading="lazy" />
        )}
      </a>
      <div>
        <bdi className="name">{fileName}</bdi>
        <p>{where}</p>
        <div className="meta">
          <span>{writeBytes(locale, bytes)}</span>
          <span className="dot" aria-hidden="true" />
          <span>
            {t("own.added")} <Time at={createdAt} now={now} />
          </span>
          {needsSaying && (
            <>
              <span className="dot" aria-hidden="true" />
              <span>{t("own.hidden")}</span>
            </>
          )}
        </div>
      </div>
      <form method="post" action={ownUploadPath(id)}>
        <HiddenFields method="DELETE" />
        <Button
          type="submit"
          kind="danger"
          icon="trash"
          aria-label={t("own.deleteNamed", { name: fileName })}
        >
          {t("own.delete")}
        </Button>
      </form>
    </li>
  );
}
