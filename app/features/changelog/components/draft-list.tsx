import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pill, type PillProps } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import type { Draft } from "../drafts.server";
import { editAnnouncementPath } from "../paths";
import { ZonedTime } from "./zoned-time";

const looks: Record<Draft["status"], Pick<PillProps, "tone" | "icon">> = {
  draft: { tone: "open", icon: "edit" },
  scheduled: { tone: "active", icon: "calendar" },
  withdrawn: { tone: "closed", icon: "st-closed" },
};

/** What staff have begun or taken back. */
export function DraftList({ drafts, now }: { drafts: readonly Draft[]; now: Date }) {
  const t = useText("changelog");
  if (drafts.length === 0) return null;
  return (
    <section className="panel mb-6" aria-labelledby="drafts">
      <h2 className="section-title" id="drafts">
        {t("drafts.title")}
      </h2>
      <ul className="lines">
        {drafts.map((draft) => (
          <LineItem
            key={draft.id}
            href={editAnnouncementPath(draft)}
            title={draft.title}
            lang={langOf(draft.language)}
            meta={
              <MetaLine
                lead={
                  draft.scheduleFailure ? (
                    <Pill tone="danger" icon="alert">
                      {t("drafts.failed")}
                    </Pill>
                  ) : (
                    <Pill {...looks[draft.status]}>{t(`drafts.${draft.status}`)}</Pill>
                  )
                }
                items={[
                  draft.release,
                  draft.scheduledFor ? (
                    <ZonedTime at={draft.scheduledFor} timeZone={draft.scheduledZone} now={now} />
                  ) : (
                    <Time at={draft.createdAt} now={now} form="day" />
                  ),
                ]}
              />
            }
          />
        ))}
      </ul>
    </section>
  );
}
