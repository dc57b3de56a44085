import { memberPath } from "~/features/members/paths";
import { useText } from "~/platform/i18n/use-text";
import { Facts } from "~/ui/patterns/facts";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import type { SuspensionRow } from "../suspensions.server";

export interface SuspensionFactsProps {
  suspension: Omit<SuspensionRow, "member">;
  now: Date;
}

/** Why somebody is suspended, since when, until when and by whom: for moderators. */
export function SuspensionFacts({ suspension, now }: SuspensionFactsProps) {
  const t = useText("suspensions");
  const { reason, note, fromAt, untilAt, by } = suspension;
  return (
    <Facts
      items={[
        { term: t("facts.reason"), detail: t(`reason.${reason}`) },
        { term: t("facts.from"), detail: <Time at={fromAt} now={now} form="exact" /> },
        {
          term: t("facts.until"),
          detail: untilAt ? <Time at={untilAt} now={now} form="exact" /> : t("length.lifted"),
        },
        { term: t("facts.by"), detail: <TextLink href={memberPath(by)}>{by.displayName}</TextLink> },
        ...(note ? [{ term: t("facts.note"), detail: note }] : []),
      ]}
    />
  );
}
