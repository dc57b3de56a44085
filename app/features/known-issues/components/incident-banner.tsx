import { topicActionPath, topicPath } from "~/features/topics/paths";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { Banner } from "~/ui/patterns/banner";
import { ButtonLink } from "~/ui/primitives/button-link";
import { CounterButton } from "~/ui/primitives/counter-button";
import { Time } from "~/ui/primitives/time";
import type { Incident } from "../incident";
import { NextUpdate } from "./next-update";

export interface IncidentBannerProps {
  incident: Incident;
  /** Address of the page it stands on. */
  path: string;
  now: Date;
}

/** What happens, how many it hits, until when to wait: across every page while it is urgent. */
export function IncidentBanner({ incident, path, now }: IncidentBannerProps) {
  const t = useText("knownIssues");
  const { number, summary, language, affected, since, nextUpdateAt, mine } = incident;
  const time = () => <Time at={since} now={now} form="exact" />;
  return (
    <Banner
      label={t("incident.label")}
      actions={
        <>
          <ButtonLink href={`${topicPath(incident)}#known-issue`}>{t("incident.read")}</ButtonLink>
          {mine !== "author" && (
            <CounterButton
              action={topicActionPath(number, "affected")}
              isPressed={mine === "affected"}
              icon="check"
              labels={{ press: t("incident.meToo"), release: t("incident.counted") }}
              backTo={path}
            />
          )}
        </>
      }
    >
      <b lang={langOf(language)}>{summary}</b>{" "}
      {affected > 0
        ? t.rich("incident.affected", { count: affected, time })
        : t.rich("incident.reported", { time })}{" "}
      {nextUpdateAt && (
        <small>
          <NextUpdate at={nextUpdateAt} now={now} />
        </small>
      )}
    </Banner>
  );
}
