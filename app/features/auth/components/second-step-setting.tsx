import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Pill } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import { authenticatorPath, recoveryCodesPath } from "../paths";

export interface SecondStepSettingProps {
  appSince: Date | null;
  /** Null where there is no second step at all. */
  codesLeft: number | null;
  now: Date;
}

export function SecondStepSetting({ appSince, codesLeft, now }: SecondStepSettingProps) {
  const t = useText("auth");
  return (
    <Setting id="second-step" title={t("secondStep.setting")} about={t("secondStep.text")}>
      <ul>
        <SettingItem
          icon="clock"
          title={t("app.name")}
          note={
            appSince
              ? t.rich("app.since", { at: () => <Time at={appSince} now={now} form="day" /> })
              : t("app.off")
          }
          end={
            <>
              {appSince && (
                <Pill tone="done" icon="st-done">
                  {t("app.on")}
                </Pill>
              )}
              <form method="post" action={authenticatorPath}>
                {appSince && <HiddenFields method="DELETE" />}
                <Button kind={appSince ? "ghost" : "plain"} type="submit">
                  {t(appSince ? "app.remove" : "app.setUp")}
                </Button>
              </form>
            </>
          }
        />
        {codesLeft !== null && (
          <SettingItem
            icon="note"
            title={t("codes.title")}
            note={t("codes.left", { count: codesLeft })}
            end={
              <form method="post" action={recoveryCodesPath}>
                <Button kind="ghost" type="submit">
                  {t("codes.renew")}
                </Button>
              </form>
            }
          />
        )}
        <SettingItem icon="chat" title={t("sms.name")} note={t("sms.why")} />
      </ul>
    </Setting>
  );
}
