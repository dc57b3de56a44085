import { authorPath } from "~/features/members/paths";
import type { KnownIssueUpdate } from "~/features/topics/known-issue";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { guessLanguage } from "~/platform/text/guess-language";
import { textFromHtml } from "~/platform/text/plain-text";
import { Prose } from "~/ui/patterns/prose";
import { Disclosure } from "~/ui/primitives/disclosure";
import { Time } from "~/ui/primitives/time";

const shownAtOnce = 2;

/** What was told over time, the latest first; the older ones one press away. */
export function KnownIssueUpdates({ updates, now }: { updates: readonly KnownIssueUpdate[]; now: Date }) {
  const t = useText("knownIssues");
  if (updates.length === 0) return null;
  const older = updates.slice(shownAtOnce);
  return (
    <div>
      <h3>{t("panel.updates")}</h3>
      <ol className="updates mt-2">{updates.slice(0, shownAtOnce).map(itemOf)}</ol>
      {older.length > 0 && (
        <div className="mt-4">
          <Disclosure summary={t("panel.olderUpdates", { count: older.length })}>
            <ol className="updates mt-4">{older.map(itemOf)}</ol>
          </Disclosure>
        </div>
      )}
    </div>
  );

  function itemOf({ id, state, bodyHtml, by, createdAt }: KnownIssueUpdate) {
    return (
      <li key={id}>
        <p className="xs muted">
          <b>{t(`state.${state}`)}</b>
          {" · "}
          {t.rich("panel.update", {
            name: by.displayName,
            link: (name) => <a href={authorPath(by)}>{name}</a>,
            date: () => <Time at={createdAt} now={now} form="exact" />,
          })}
        </p>
        <Prose html={bodyHtml} size="m" lang={langOf(guessLanguage(textFromHtml(bodyHtml)))} />
      </li>
    );
  }
}
