import type { ReactNode } from "react";
import { areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { MetaLine } from "~/ui/primitives/meta-line";
import { langOf } from "../language";
import type { Topic } from "../reading.server";
import { StatusPill } from "./status-pill";

export interface TopicHeadProps {
  topic: Topic;
  /** Lists the topic stands in, from the widest on. */
  listPaths: { board: string; area: string };
  /** At the end of the breadcrumb: a menu. */
  menu?: ReactNode;
  /** Beside the title: the votes of a suggestion. */
  counter?: ReactNode;
}

/** Where it stands, what it is called, how it goes. */
export function TopicHead({ topic, listPaths, menu, counter }: TopicHeadProps) {
  const t = useText("topics");
  const locale = useLocale();
  const { board, kind, status, title, counts, area } = topic;
  const heading = <h1 lang={langOf(topic.language)}>{title}</h1>;
  return (
    <header className="topic-head">
      <Breadcrumb
        items={[
          { href: listPaths.board, label: t(`board.${board}`) },
          ...(area.slug ? [{ href: listPaths.area, label: areaName(area, locale) }] : []),
        ]}
        end={menu}
      />
      {counter ? (
        <div className="with-vote">
          {counter}
          {heading}
        </div>
      ) : (
        heading
      )}
      <MetaLine
        lead={<StatusPill status={status} board={board} />}
        items={[
          t(`kind.${kind}`),
          kind === "problem" && counts.affected > 0 && t("head.affected", { count: counts.affected }),
          t("head.replies", { count: counts.replies }),
        ]}
      />
    </header>
  );
}
