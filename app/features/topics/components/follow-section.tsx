import { areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { SideSection } from "~/ui/patterns/side-section";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Icon } from "~/ui/primitives/icon";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { followLevels, type FollowState } from "../follow-level";
import { areaFollowPath, topicActionPath } from "../paths";
import type { Topic } from "../reading.server";

/** How much of this topic reaches the reader, why it does, and the way to change it. */
export function FollowSection({ topic }: { topic: Topic }) {
  const t = useText("following");
  const follow = topic.mine?.follow ?? null;
  const action = topicActionPath(topic.number, "follow");
  if (follow) return <Followed follow={follow} topic={topic} action={action} />;
  return (
    <SideSection title={t("title.none")}>
      <p className="small muted mb-4">{t("none")}</p>
      <form method="post" action={action}>
        <HiddenFields values={{ level: "following" }} />
        <Button icon="bell">{t("follow")}</Button>
      </form>
    </SideSection>
  );
}

interface FollowedProps {
  follow: FollowState;
  topic: Topic;
  action: string;
}

function Followed({ follow: { level, reason }, topic, action }: FollowedProps) {
  const t = useText("following");
  const locale = useLocale();
  const area = areaName(topic.area, locale);
  return (
    <SideSection title={t(`title.${level}`)}>
      <p className="small muted mb-4">
        {t("why", { reason: t(`reason.${reason}`, { area }), what: t(`what.${level}`) })}
      </p>
      <details>
        <summary className="btn">
          <Icon name={level === "muted" ? "bell-off" : "bell"} />
          {t("change")}
        </summary>
        <form className="stack mt-4" data-gap="3" method="post" action={action}>
          <RadioGroup
            id="follow-level"
            name="level"
            legend={t("choose")}
            value={level}
            options={followLevels.map((value) => ({
              value,
              label: t(`level.${value}`),
              hint: t(`what.${value}`),
            }))}
          />
          <div className="cluster">
            <Button>{t("save")}</Button>
            <a className="small" href={areaFollowPath(topic.area.slug)}>
              {t("ofArea", { area })}
            </a>
          </div>
        </form>
      </details>
    </SideSection>
  );
}
