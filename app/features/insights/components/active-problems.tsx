import type { ReactNode } from "react";
import { areaName } from "~/features/site/area";
import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import type { TopicRow } from "~/features/topics/listing.server";
import { topicPath } from "~/features/topics/paths";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import { StaffMark } from "~/ui/primitives/staff-mark";
import { Time } from "~/ui/primitives/time";

/** What does not work right now, with what the team has said about it. */
export function ActiveProblems({ topics, now }: { topics: readonly TopicRow[]; now: Date }) {
  const t = useText("home");
  const locale = useLocale();
  return (
    <ul className="lines">
      {topics.map((topic) => {
        const { counts, official, area } = topic;
        const when = (at: Date) => () => <Time at={at} now={now} form="relative" />;
        const affected = t.rich("problems.affected", { count: counts.affected, b: bold });
        return (
          <LineItem
            key={topic.id}
            href={topicPath(topic)}
            title={topic.title}
            lang={langOf(topic.language)}
            lead={
              <MetaLine
                lead={<StatusPill status={topic.status} />}
                items={[area && areaName(area, locale)]}
              />
            }
            meta={
              <MetaLine
                items={[
                  counts.affected > 0 && <span key="affected">{affected}</span>,
                  official ? (
                    <StaffMark key="team">
                      <span>{t.rich("problems.teamReplied", { when: when(official.at) })}</span>
                    </StaffMark>
                  ) : (
                    <span key="opened">{t.rich("problems.opened", { when: when(topic.createdAt) })}</span>
                  ),
                  counts.replies > 0 && t("problems.replies", { count: counts.replies }),
                ]}
              />
            }
          />
        );
      })}
    </ul>
  );
}

function bold(chunks: ReactNode) {
  return <b>{chunks}</b>;
}
