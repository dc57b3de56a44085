import { useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import type { IconName } from "~/ui/primitives/icon-names";
import { Time } from "~/ui/primitives/time";
import type { WhoActs } from "../who-acts";

const icons: Record<WhoActs["who"], IconName> = {
  team: "clock",
  working: "st-progress",
  reporter: "st-waiting",
  answered: "st-done",
  nobody: "st-done",
};

/** For everybody: who has to act on a problem, since when, and how long that usually takes. */
export function WhoActsLine({ acts, now }: { acts: WhoActs; now: Date }) {
  const t = useText("inbox");
  const target = acts.who === "team" && acts.target;
  return (
    <p className="who-acts small" data-who={acts.who}>
      <Icon name={icons[acts.who]} />
      <span>
        <span className="sr-only">{t("line.label")}: </span>
        {acts.who === "nobody"
          ? t("line.nobody")
          : t.rich(`line.${acts.who}`, { time: () => <Time at={acts.since} now={now} /> })}
        {target && ` · ${t("line.target", { target: t(`line.${target.unit}`, { count: target.count }) })}`}
      </span>
    </p>
  );
}
