import { useLocale, useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import { inboxViewPath } from "../paths";
import { type ChoiceGroup, type InboxChoice, writeInboxCount } from "./inbox-choices";

/** Beside the list on a wide screen: each choice of each filter with how much it leaves. */
export function InboxSide({ groups, late }: { groups: readonly ChoiceGroup[]; late: InboxChoice }) {
  const t = useText("inbox");
  const locale = useLocale();
  const link = ({ filters, label, count, isCurrent }: InboxChoice) => (
    <a key={label} href={inboxViewPath(filters)} aria-current={isCurrent ? "true" : undefined}>
      {label} <span className="n">{writeInboxCount(t, locale, count)}</span>
    </a>
  );
  return (
    <nav className="desk-side" aria-label={t("side")}>
      {groups.map(({ name, choices }) => (
        <section key={name} aria-labelledby={`choose-${name}`}>
          <h2 id={`choose-${name}`}>{t(`groups.${name}`)}</h2>
          {choices.map(link)}
          {name === "kind" && (
            <a
              href={inboxViewPath({ ...late.filters, isLate: !late.isCurrent })}
              aria-current={late.isCurrent ? "true" : undefined}
              data-late={late.count > 0 || undefined}
            >
              <Icon name="clock" />
              {late.label} <span className="n">{writeInboxCount(t, locale, late.count)}</span>
            </a>
          )}
        </section>
      ))}
    </nav>
  );
}
