import { useText } from "~/platform/i18n/use-text";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import type { FlagReason } from "../flag";
import type { Review } from "../reading.server";

/** Who reported it and what was decided before. For moderators alone. */
export function ReviewHistory({ review, now }: { review: Review; now: Date }) {
  const t = useText("moderation");
  const { flags, decisions } = review;
  return (
    <>
      {flags.length > 0 && (
        <section aria-labelledby="flags">
          <h2 className="section-title" id="flags">
            {t("review.flags")}
          </h2>
          <ul className="lines">
            {flags.map((flag) => (
              <li key={flag.id}>
                <MetaLine
                  lead={<b>{t(`reason.${flag.reason as FlagReason}`)}</b>}
                  items={[
                    t("review.flagBy", { name: flag.by.displayName, weight: flag.weight }),
                    <Time key="at" at={flag.createdAt} now={now} />,
                  ]}
                />
                <p className="small pre-line">{flag.note || t("review.noNote")}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.length > 0 && (
        <section aria-labelledby="decisions">
          <h2 className="section-title" id="decisions">
            {t("review.past")}
          </h2>
          <ul className="lines">
            {decisions.map((decision) => (
              <li key={decision.id}>
                <MetaLine
                  lead={<b>{t(`review.act.${decision.act}`, { name: decision.by })}</b>}
                  items={[
                    decision.reason && t(`reason.${decision.reason as FlagReason}`),
                    <Time key="at" at={decision.at} now={now} />,
                  ]}
                />
                {decision.note && <p className="small pre-line">{decision.note}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
