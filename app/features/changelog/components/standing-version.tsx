import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { SideSection } from "~/ui/patterns/side-section";
import type { Announcement } from "../reading.server";

/** What somebody else saved meanwhile, beside the editor's own text, so that neither is lost unseen. */
export function StandingVersion({ announcement }: { announcement: Announcement }) {
  const t = useText("changelog");
  return (
    <div className="side mb-6">
      <SideSection title={t("form.theirs")} isPanel>
        <p className="small muted">{t("form.conflictNote")}</p>
        <p lang={langOf(announcement.language)}>
          <b>{announcement.title}</b> {announcement.release}
        </p>
        <pre className="code-block" lang={langOf(announcement.language)}>
          {announcement.body}
        </pre>
      </SideSection>
    </div>
  );
}
