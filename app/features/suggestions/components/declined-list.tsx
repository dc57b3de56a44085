import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { guessLanguage } from "~/platform/text/guess-language";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import type { DeclinedSuggestion } from "../declines.server";

/** What will not be done, each with its reason: nobody has to wonder. */
export function DeclinedList({ items, now }: { items: readonly DeclinedSuggestion[]; now: Date }) {
  const t = useText("suggestions");
  return (
    <ul className="lines mt-4">
      {items.map((item) => (
        <LineItem
          key={item.number}
          href={topicPath(item)}
          title={item.title}
          lang={langOf(item.language)}
          excerpt={item.text && <span lang={langOf(guessLanguage(item.text))}>{item.text}</span>}
          meta={
            <MetaLine
              items={[
                item.reason && t(`declined.reasons.${item.reason}`),
                item.by,
                <Time key="at" at={item.at} now={now} form="day" />,
              ]}
            />
          }
        />
      ))}
    </ul>
  );
}
