import { memberPath } from "~/features/members/paths";
import type { AudiencePreview } from "~/features/notifications/previewing-audience.server";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Figures } from "~/ui/patterns/figures";
import { writeNumber } from "~/ui/primitives/number";
import type { SubscriberCount } from "../counting.server";

export interface AudienceReportProps {
  audience: AudiencePreview;
  subscribers: SubscriberCount;
}

/** Who will be told and why, who will not and why not, and some of their names. */
export function AudienceReport({ audience, subscribers }: AudienceReportProps) {
  const t = useText("subscriptions");
  const locale = useLocale();
  const { told, mailed, byReason, appOnly, left, sample } = audience;
  const { mailed: mailedSubscribers, ...subscribersLeft } = subscribers;
  const number = (count: number) => writeNumber(locale, count);
  return (
    <div className="stack" data-gap="6">
      <Figures
        items={[
          { label: t("audience.people"), value: number(told) },
          { label: t("audience.byMail"), value: number(mailed) },
          { label: t("audience.subscribers"), value: number(mailedSubscribers) },
        ]}
      />
      <Part title={t("audience.why")} lines={linesOf(byReason, (reason) => t(`audience.reason.${reason}`))} />
      <Part
        title={t("audience.noMail")}
        lines={linesOf(appOnly, (because) => t(`audience.appOnly.${because}`))}
      />
      <Part title={t("audience.leftOut")} lines={linesOf(left, (because) => t(`audience.left.${because}`))} />
      <Part
        title={t("audience.subscribersLeft")}
        lines={linesOf(subscribersLeft, (because) => t(`audience.subscribersBecause.${because}`))}
      />
      {sample.length > 0 && (
        <section aria-labelledby="sample">
          <h2 className="section-title" id="sample">
            {t("audience.sample")}
          </h2>
          <ul className="lines">
            {sample.map((person) => (
              <li key={person.id} className="line-item">
                <a className="t" href={memberPath(person)}>
                  {person.displayName}
                </a>
                <p className="small muted">
                  {t(`audience.oneReason.${person.reason}`)} ·{" "}
                  {t(person.isMailed ? "audience.mailed" : "audience.notMailed")}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );

  function linesOf<Key extends string>(counts: Record<Key, number>, nameOf: (key: Key) => string): Line[] {
    return (Object.keys(counts) as Key[])
      .filter((key) => counts[key] > 0)
      .map((key) => ({ name: nameOf(key), count: number(counts[key]) }));
  }
}

interface Line {
  name: string;
  count: string;
}

/** Left out where there is nobody to speak of. */
function Part({ title, lines }: { title: string; lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className="section-title mb-2">{title}</h2>
      <ul className="stack" data-gap="1">
        {lines.map(({ name, count }) => (
          <li key={name}>
            <b>{count}</b> <span className="muted">{name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
