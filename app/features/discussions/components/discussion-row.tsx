import type { ReactNode } from "react";
import { useShownName } from "~/features/members/use-shown-name";
import { areaName } from "~/features/site/area";
import { NewReplies } from "~/features/topics/components/new-replies";
import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import type { TopicRow } from "~/features/topics/listing.server";
import { topicPath } from "~/features/topics/paths";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { ListRow } from "~/ui/patterns/list-row";
import { Icon } from "~/ui/primitives/icon";
import { Avatar } from "~/ui/primitives/avatar";
import { MetaLine } from "~/ui/primitives/meta-line";
import { writeCount } from "~/ui/primitives/number";
import { Time } from "~/ui/primitives/time";

export interface DiscussionRowProps {
  topic: TopicRow;
  now: Date;
  /** The team's last word in a line, from the feature that gives it. */
  officialLine?: ReactNode;
  /** Said where the list holds several kinds. */
  hasKind: boolean;
}

export function DiscussionRow({ topic, now, officialLine, hasKind }: DiscussionRowProps) {
  const t = useText("discussions");
  const topics = useText("topics");
  const locale = useLocale();
  const shownName = useShownName();
  const { kind, status, title, area, author, createdAt, counts, last, lastActivityAt, unread } = topic;
  return (
    <ListRow
      href={topicPath(topic)}
      title={title}
      lang={langOf(topic.language)}
      isUnread={unread !== null}
      meta={
        <MetaLine
          lead={
            <>
              {topic.isPinned && <Icon name="pin" label={topics("pin.mark")} />}
              <StatusPill status={status} board="discussion" />
            </>
          }
          items={[
            unread && unread.newReplies > 0 && <NewReplies key="new" number={topic.number} mark={unread} />,
            hasKind && kind !== "problem" && topics(`kind.${kind}`),
            area && areaName(area, locale),
            shownName(author),
            <Time key="created" at={createdAt} now={now} form="relative" />,
            officialLine,
            topic.tags.length > 0 && topic.tags.map(({ name }) => `#${name}`).join(" "),
          ]}
        />
      }
      figure={
        counts.affected > 0 ? { value: writeCount(locale, counts.affected), label: t("row.affected") } : null
      }
      secondFigure={{ value: writeCount(locale, counts.replies), label: t("row.replies") }}
      last={
        <>
          <Avatar name={last.displayName} isStaff={last.isStaff} size="s" />
          <Time at={lastActivityAt} now={now} form="relative" />
        </>
      }
    />
  );
}
