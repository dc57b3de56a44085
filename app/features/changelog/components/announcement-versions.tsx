import { useText } from "~/platform/i18n/use-text";
import { SideLinks } from "~/ui/patterns/side-links";
import { Time } from "~/ui/primitives/time";
import type { AnnouncementHistory } from "../history.server";
import { announcementHistoryPath } from "../paths";

export interface AnnouncementVersionsProps {
  history: AnnouncementHistory;
  now: Date;
}

/** Every version that may be read, each with its own address. */
export function AnnouncementVersions({ history, now }: AnnouncementVersionsProps) {
  const t = useText("topics");
  const { slug, versions, shown } = history;
  return (
    <SideLinks
      label={t("history.versions")}
      items={versions.map(({ version, editor, at }) => ({
        href: announcementHistoryPath({ slug, version }),
        isCurrent: version === shown.version,
        label: (
          <>
            {t("history.version", { version })}
            <br />
            <small className="muted">
              {t.rich("history.by", { name: editor.displayName, date: () => <Time at={at} now={now} /> })}
            </small>
          </>
        ),
      }))}
    />
  );
}
