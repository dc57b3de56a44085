import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Pill } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import { isHandheld } from "../device";
import { sessionPath, sessionsPath } from "../paths";
import type { OwnSession } from "../sessions.server";

export function SessionList({ sessions, now }: { sessions: OwnSession[]; now: Date }) {
  const t = useText("members");
  const endOthers = (
    <form method="post" action={sessionsPath}>
      <HiddenFields method="DELETE" />
      <Button kind="danger" type="submit">
        {t("security.sessions.endOthers")}
      </Button>
    </form>
  );
  return (
    <Setting
      id="sessions"
      title={t("security.sessions.title")}
      about={t("security.sessions.text")}
      action={sessions.length > 1 ? endOthers : undefined}
    >
      <ul>
        {sessions.map((session) => (
          <SessionItem key={session.handle} session={session} now={now} />
        ))}
      </ul>
    </Setting>
  );
}

function SessionItem({ session, now }: { session: OwnSession; now: Date }) {
  const t = useText("members");
  const { device, handle, isThis, network } = session;
  const name = device ? t("security.sessions.device", { ...device }) : t("security.sessions.unknown");
  return (
    <SettingItem
      icon={device && isHandheld(device) ? "mobile" : "laptop"}
      title={name}
      note={
        <>
          {t.rich("security.sessions.note", {
            seen: () => <Time at={session.lastSeenAt} now={now} form="relative" />,
            began: () => <Time at={session.createdAt} now={now} form="day" />,
          })}
          {network && <span className="mono"> {network}</span>}
        </>
      }
      end={
        isThis ? (
          <Pill tone="done" icon="st-done">
            {t("security.sessions.this")}
          </Pill>
        ) : (
          <form method="post" action={sessionPath(handle)}>
            <HiddenFields method="DELETE" />
            <Button type="submit" aria-label={t("security.sessions.endNamed", { device: name })}>
              {t("security.sessions.end")}
            </Button>
          </form>
        )
      }
    />
  );
}
