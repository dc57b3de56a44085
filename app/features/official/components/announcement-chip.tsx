import { announcementPath } from "~/features/changelog/paths";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { ReferenceChip } from "~/ui/primitives/reference-chip";
import { Time } from "~/ui/primitives/time";
import type { OfficialType } from "../official-reply";
import type { LinkedAnnouncement } from "../reading.server";

export interface AnnouncementChipProps {
  announcement: LinkedAnnouncement;
  type: OfficialType;
  now: Date;
}

/** What settled it: the release that fixed it, or the announcement by its title. */
export function AnnouncementChip({ announcement, type, now }: AnnouncementChipProps) {
  const t = useText("official");
  const { release, title, publishedAt, status } = announcement;
  const isPublic = status === "published";
  const note = isPublic && publishedAt ? <Time at={publishedAt} now={now} form="day" /> : t(noteOf(status));
  return (
    <ReferenceChip href={announcementPath(announcement)} icon={isPublic ? "st-done" : "eye-off"} note={note}>
      {release && type === "fixed-in" ? (
        t("fixedIn", { release })
      ) : (
        <span lang={langOf(announcement.language)}>
          {release && !title.includes(release) ? `${release} ${title}` : title}
        </span>
      )}
    </ReferenceChip>
  );
}

function noteOf(status: string): "draftOnly" | "withdrawnOnly" {
  return status === "withdrawn" ? "withdrawnOnly" : "draftOnly";
}
