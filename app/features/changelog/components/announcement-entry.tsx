import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { Prose } from "~/ui/patterns/prose";
import { ReleaseEntry } from "~/ui/patterns/release-entry";
import { MetaLine } from "~/ui/primitives/meta-line";
import { MoreLink } from "~/ui/primitives/more-link";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import type { AnnouncementEntry as Entry } from "../listing.server";
import { announcementPath } from "../paths";
import { LabelMarks } from "./label-marks";
import { useTopicChanges } from "./use-topic-changes";

export interface AnnouncementEntryProps {
  entry: Entry;
  now: Date;
}

/** One announcement in the list: whole when it is short, else its beginning. */
export function AnnouncementEntry({ entry, now }: AnnouncementEntryProps) {
  const t = useText("changelog");
  const changesOf = useTopicChanges();
  const href = announcementPath(entry);
  const day = <Time at={entry.publishedAt} now={now} form="day" />;
  const hidden = entry.topicCount - entry.topics.length;
  return (
    <ReleaseEntry
      id={`entry-${entry.id}`}
      mark={entry.release || day}
      when={[
        ...(entry.release ? [day] : []),
        ...(entry.labels.length > 0 ? [<LabelMarks labels={entry.labels} />] : []),
      ]}
      title={<a href={href}>{entry.title}</a>}
      lang={langOf(entry.language)}
      changes={changesOf(entry.topics, entry.labels)}
      foot={
        <div className="mt-4">
          <MetaLine
            items={[
              hidden > 0 && <TextLink href={href}>{t("moreTopics", { count: hidden })}</TextLink>,
              entry.topics.length > 1 && entry.askedBy > 0 && t("askedByAll", { count: entry.askedBy }),
            ]}
          />
          {entry.bodyHtml === null && <MoreLink href={href}>{t("readAll")}</MoreLink>}
        </div>
      }
    >
      {entry.bodyHtml === null ? (
        <div className="prose" lang={langOf(entry.language)}>
          <p>{entry.excerpt}</p>
        </div>
      ) : (
        <Prose html={entry.bodyHtml} lang={langOf(entry.language)} />
      )}
      {entry.cover && (
        <AttachmentGallery
          id={`entry-${entry.id}`}
          attachments={[entry.cover]}
          lang={langOf(entry.language)}
        />
      )}
    </ReleaseEntry>
  );
}
