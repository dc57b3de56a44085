import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Tag } from "~/ui/primitives/tag";
import { Time } from "~/ui/primitives/time";
import { langOf } from "../language";
import { mostNewReplies, type MyTopic } from "../my-topic";
import { topicPath } from "../paths";
import { StatusPill } from "./status-pill";

export interface MyTopicLineProps {
  topic: MyTopic;
  choice?: ReactNode;
  now: Date;
}

/** A topic a member has to do with, and what others did in it since they last looked. */
export function MyTopicLine({ topic, choice, now }: MyTopicLineProps) {
  const t = useText("me");
  const { counts, news, board, lastActivityAt } = topic;
  return (
    <li className={choice ? "with-vote" : undefined}>
      {choice}
      <div className="line-item">
        <a className="t" href={topicPath(topic)} lang={langOf(topic.language)}>
          {topic.title}
        </a>
        <MetaLine
          lead={<StatusPill status={topic.status} />}
          items={[
            board === "suggestion" ? t("counts.votes", { count: counts.votes }) : affected(),
            t("counts.replies", { count: counts.replies }),
            t.rich("active", { at: () => <Time at={lastActivityAt} now={now} form="relative" /> }),
          ]}
        />
        <News news={news} />
      </div>
    </li>
  );

  function affected() {
    return counts.affected > 0 && t("counts.affected", { count: counts.affected });
  }
}

function News({ news: { replies, isOfficial, isStatus } }: { news: MyTopic["news"] }) {
  const t = useText("me");
  if (replies === 0 && !isOfficial && !isStatus) return null;
  const isMany = replies > mostNewReplies;
  return (
    <span className="cluster">
      {isOfficial && <Tag>{t("news.official")}</Tag>}
      {isStatus && <Tag>{t("news.status")}</Tag>}
      {replies > 0 && (
        <Tag>
          {isMany ? t("news.manyReplies", { count: mostNewReplies }) : t("news.replies", { count: replies })}
        </Tag>
      )}
    </span>
  );
}
