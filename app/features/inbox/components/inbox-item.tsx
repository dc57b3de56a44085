import { areaName } from "~/features/site/area";
import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { MetaLine } from "~/ui/primitives/meta-line";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import type { InboxRow } from "../listing.server";
import { type InboxView, inboxViewPath } from "../paths";
import { ClaimForm } from "./claim-form";
import { ClaimState } from "./claim-state";
import { DueGauge } from "./due-gauge";

export interface InboxItemProps {
  row: InboxRow;
  view: InboxView;
  readerId: number;
  mayClaim: boolean;
  now: Date;
}

/** One thing the team owes: until when, what it is about, what is next, and who sees to it. */
export function InboxItem({ row, view, readerId, mayClaim, now }: InboxItemProps) {
  const t = useText("inbox");
  const locale = useLocale();
  const { id, kind, since, due, topic, area, askedBy, owner, claim } = row;
  const { number, board, status, votes, affected } = topic;
  const lang = langOf(topic.language);
  const anchor = `owed-${id}`;
  const isOpen = view.open === number;
  return (
    <li id={anchor} tabIndex={-1} data-stop data-on={isOpen || undefined}>
      <div className="spread">
        <DueGauge due={due} now={now} />
        <span className="xs faint">
          {t.rich("waitingSince", { time: () => <Time at={since} now={now} form="moment" /> })}
        </span>
      </div>
      <a
        className="t hide-narrow"
        href={`${inboxViewPath({ ...view, open: number })}#${anchor}`}
        lang={lang}
        data-key="p"
        aria-current={isOpen ? "true" : undefined}
      >
        {topic.title}
      </a>
      <a className="t show-narrow" href={topicPath(topic)} lang={lang} data-open>
        {topic.title}
      </a>
      <MetaLine
        lead={<StatusPill status={status} board={board} />}
        items={[
          area && areaName(area, locale),
          votes > 0 && board === "suggestion" && t("votes", { count: votes }),
          affected > 0 && t("affected", { count: affected }),
          t("askedBy", { name: askedBy.displayName }),
        ]}
      />
      <div className="spread acts-line">
        <span className="small">
          <b>{t(`next.${kind}`, { name: askedBy.displayName })}</b>{" "}
          <ClaimState claim={claim} owner={owner} readerId={readerId} />
        </span>
        <span className="cluster">
          {mayClaim && (
            <ClaimForm
              number={number}
              claim={claim}
              readerId={readerId}
              back={`${inboxViewPath(view)}#${anchor}`}
              kind="ghost"
            />
          )}
          <TextLink className="small hide-narrow" href={topicPath(topic)} data-open>
            {t("openTopic")}
          </TextLink>
        </span>
      </div>
    </li>
  );
}
