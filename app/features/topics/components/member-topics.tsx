import { useLocale, useText } from "~/platform/i18n/use-text";
import { ColumnHead } from "~/ui/patterns/column-head";
import { LineItem } from "~/ui/patterns/line-item";
import { EmptyState } from "~/ui/primitives/empty-state";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pager } from "~/ui/primitives/pager";
import { Time } from "~/ui/primitives/time";
import type { Activity, OwnTopic } from "../by-member.server";
import { langOf } from "../language";
import { topicPath } from "../paths";
import { StatusPill } from "./status-pill";

export interface MemberTopicsProps {
  /** Whose they are, and where their page is. */
  name: string;
  path: string;
  topics: Activity<OwnTopic>;
  now: Date;
}

export function MemberTopics({ name, path, topics, now }: MemberTopicsProps) {
  const t = useText("members");
  const locale = useLocale();
  const { items, next } = topics;
  return (
    <section aria-labelledby="topics">
      <ColumnHead id="topics" title={t("profile.topics")} />
      {items.length === 0 && (
        <div className="mt-4">
          <EmptyState icon="chat" title={t("profile.noTopics")}>
            {t("profile.noTopicsHint", { name })}
          </EmptyState>
        </div>
      )}
      <ul className="lines">
        {items.map((topic) => (
          <LineItem
            key={topic.id}
            href={topicPath(topic)}
            title={topic.title}
            lang={langOf(topic.language) === locale ? undefined : langOf(topic.language)}
            meta={
              <MetaLine
                lead={<StatusPill status={topic.status} board={topic.board} />}
                items={[<Time key="at" at={topic.createdAt} now={now} form="relative" />]}
              />
            }
          />
        ))}
      </ul>
      <Pager older={next ? { href: `${path}?topics=${next}#topics` } : null} />
    </section>
  );
}
