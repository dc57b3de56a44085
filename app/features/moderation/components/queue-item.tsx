import { useShownName } from "~/features/members/use-shown-name";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pill } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import { reviewPath } from "../paths";
import type { ReviewKind } from "../post";
import type { QueueRow } from "../queue.server";
import { ClaimLine } from "./claim-line";
import { useHeldText } from "./use-held-text";

const looks = {
  held: { tone: "open", icon: "clock" },
  flagged: { tone: "danger", icon: "flag" },
  appeal: { tone: "active", icon: "scale" },
} as const satisfies Record<ReviewKind, object>;

/** One thing that waits for a moderator: what, why, since when, and who looks at it. */
export function QueueItem({
  row,
  readerId,
  back,
  now,
}: {
  row: QueueRow;
  readerId: number;
  back: string;
  now: Date;
}) {
  const t = useText("moderation");
  const heldText = useHeldText();
  const shownName = useShownName();
  const { id, kind, reason, score, flagCount, topic, author, claim } = row;
  const anchor = `review-${id}`;
  return (
    <li className="line-item has-acts" id={anchor} tabIndex={-1} data-stop>
      <MetaLine
        lead={<Pill {...looks[kind]}>{t(`queue.kind.${kind}`)}</Pill>}
        items={[
          reason && heldText(reason),
          kind === "flagged" && t("queue.flags", { count: flagCount, score }),
          kind === "flagged" && row.isHidden && t("queue.hidden"),
        ]}
      />
      <a className="t" href={reviewPath(id)} lang={langOf(topic.language)} data-open>
        {row.replyId === null ? topic.title : t("queue.replyIn", { title: topic.title })}
      </a>
      <p lang={langOf(row.language)}>{row.excerpt}</p>
      <MetaLine
        items={[
          t("queue.by", { name: shownName(author) }),
          t.rich("queue.waits", { time: () => <Time at={row.openedAt} now={now} /> }),
        ]}
      />
      <ClaimLine {...{ id, claim, readerId, now }} back={`${back}#${anchor}`} />
    </li>
  );
}
