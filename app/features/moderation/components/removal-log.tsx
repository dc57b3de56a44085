import { type Area, areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Time } from "~/ui/primitives/time";
import type { FlagReason } from "../flag";
import type { Removal } from "../log.server";

export interface RemovalLogProps {
  removals: readonly Removal[];
  areas: readonly Area[];
  now: Date;
}

type Kind = "problem" | "question" | "experience" | "suggestion" | "reply" | "topic";

/** What was taken away, without names. */
export function RemovalLog({ removals, areas, now }: RemovalLogProps) {
  const t = useText("moderation");
  const locale = useLocale();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t("log.caption")}>
      <table className="data">
        <caption className="sr-only">{t("log.caption")}</caption>
        <thead>
          <tr>
            {(["when", "what", "area", "reason", "by", "outcome"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`log.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {removals.map(({ id, at, kind, areaId, reason, appeal, isBack }) => {
            const area = areas.find((each) => each.id === areaId);
            return (
              <tr key={id}>
                <td>
                  <Time at={at} now={now} />
                </td>
                <td>{t(`log.kind.${kind as Kind}`)}</td>
                <td>{area && areaName(area, locale)}</td>
                <td>{t(`reason.${reason as FlagReason}`)}</td>
                <td>{t("log.moderator")}</td>
                <td>{appeal === "none" && isBack ? t("log.back") : t(`log.appeal.${appeal}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
