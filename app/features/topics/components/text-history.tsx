import { useShownName } from "~/features/members/use-shown-name";
import { useText } from "~/platform/i18n/use-text";
import { SideLinks } from "~/ui/patterns/side-links";
import { SideSection } from "~/ui/patterns/side-section";
import { TextChanges } from "~/ui/patterns/text-changes";
import { WithSide } from "~/ui/layouts/with-side";
import { Time } from "~/ui/primitives/time";
import type { History, Version } from "../history.server";
import { langOf } from "../language";

export interface TextHistoryProps {
  history: History;
  /** The same page, looking at another version. */
  versionPath: (version: number) => string;
  now: Date;
}

/** One version against the one before it, and the way to the others. */
export function TextHistory({ history, versionPath, now }: TextHistoryProps) {
  const t = useText("topics");
  const shownName = useShownName();
  const { shown, versions } = history;
  const lang = langOf(history.language);
  return (
    <WithSide
      sideLabel={t("history.versions")}
      side={
        <SideSection title={t("history.versions")}>
          <SideLinks
            label={t("history.versions")}
            items={versions.map((version) => ({
              href: versionPath(version.version),
              isCurrent: version.version === shown.version,
              label: (
                <>
                  {t("history.version", { version: version.version })}
                  <br />
                  <span className="xs faint">{byline(version)}</span>
                </>
              ),
            }))}
          />
        </SideSection>
      }
    >
      <h2 className="section-title">
        {shown.version === 1 ? t("history.first") : t("history.changes", { version: shown.version })}
      </h2>
      <p className="small muted mb-4">
        {byline(shown)}. {shown.version > 1 && t("history.legend")}
      </p>
      {shown.title && (
        <div className="mb-6">
          <h3>{t("history.titleChange")}</h3>
          <TextChanges parts={shown.title} lang={lang} />
        </div>
      )}
      <TextChanges parts={shown.body} lang={lang} />
    </WithSide>
  );

  function byline({ editor, at, isMinor }: Version) {
    return t.rich(isMinor ? "history.byMinor" : "history.by", {
      name: shownName(editor),
      date: () => <Time at={at} now={now} />,
    });
  }
}
