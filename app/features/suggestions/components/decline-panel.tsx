import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { guessLanguage } from "~/platform/text/guess-language";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pill } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import type { Decline } from "../decline";

/** Why it will not be done, where the people who asked for it look first. */
export function DeclinePanel({ decline, now }: { decline: Decline; now: Date }) {
  const t = useText("suggestions");
  const { reason, text, by, at } = decline;
  return (
    <section className="panel stack" data-gap="2" aria-labelledby="declined">
      <h2 className="label-cap" id="declined">
        {t("declined.title")}
      </h2>
      {text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line, index) => (
          <p key={index} className="measure" lang={langOf(guessLanguage(text))}>
            {line}
          </p>
        ))}
      <MetaLine
        lead={
          reason && (
            <Pill tone="closed" icon="st-closed">
              {t(`declined.reasons.${reason}`)}
            </Pill>
          )
        }
        items={[by, <Time key="at" at={at} now={now} form="day" />]}
      />
    </section>
  );
}
