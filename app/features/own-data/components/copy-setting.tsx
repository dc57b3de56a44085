import { useLocale, useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { SettingItem } from "~/ui/patterns/setting-item";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { writeBytes } from "~/ui/primitives/number";
import { ProgressMeter } from "~/ui/primitives/progress-meter";
import { Time } from "~/ui/primitives/time";
import { dataSettingsPath } from "~/features/members/paths";
import type { Copy } from "../copy";
import { copiesPath, copyPath } from "../paths";

export interface CopySettingProps {
  copy: Copy | null;
  /** A second one was asked for too early. */
  isTooSoon: boolean;
  now: Date;
}

/** A copy of all that is kept: ask for it, see how far it is, fetch it. */
export function CopySetting({ copy, isTooSoon, now }: CopySettingProps) {
  const t = useText("ownData");
  const mayAsk = !copy || copy.nextAt <= now;
  return (
    <Setting id="copy" title={t("copy.title")} about={t("copy.about")}>
      <div className="stack" data-gap="3">
        {isTooSoon && copy && !mayAsk && (
          <Notice tone="active">
            {t.rich("copy.tooSoon", { at: () => <Time at={copy.nextAt} now={now} form="moment" /> })}
          </Notice>
        )}
        {copy && <StateOfCopy copy={copy} now={now} />}
        {mayAsk ? (
          <form method="post" action={copiesPath} className="stack measure">
            <p className="small muted">{t("copy.contents")}</p>
            <div>
              <Button type="submit" icon="download">
                {t(copy ? "copy.askAgain" : "copy.ask")}
              </Button>
            </div>
          </form>
        ) : (
          <p className="small muted">{t("copy.daily")}</p>
        )}
      </div>
    </Setting>
  );
}

function StateOfCopy({ copy, now }: { copy: Copy; now: Date }) {
  const t = useText("ownData");
  const locale = useLocale();
  const asked = t.rich("copy.asked", { at: () => <Time at={copy.askedAt} now={now} /> });
  if (copy.state === "ready")
    return (
      <ul>
        <SettingItem
          icon="archive"
          title={t("copy.ready", { size: writeBytes(locale, copy.bytes) })}
          note={
            copy.expiresAt &&
            t.rich("copy.until", { at: () => <Time at={copy.expiresAt!} now={now} form="day" /> })
          }
          end={
            <ButtonLink kind="primary" href={copyPath(copy.key)}>
              {t("copy.fetch")}
            </ButtonLink>
          }
        />
      </ul>
    );
  return (
    <ul>
      <SettingItem
        icon="clock"
        title={t(`copy.${copy.state}`)}
        note={asked}
        end={<ButtonLink href={dataSettingsPath}>{t("copy.look")}</ButtonLink>}
      />
      {copy.state === "building" && (
        <li>
          <ProgressMeter share={copy.share} label={t("copy.progress")} />
        </li>
      )}
    </ul>
  );
}
