import { areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Select } from "~/ui/primitives/select";
import type { AreaFollowing } from "../area-following.server";
import { followLevels } from "../follow-level";
import { mySectionPath } from "../my-section";
import type { MyTopicsPage } from "../my-topics.server";
import { areaFollowPath } from "../paths";
import { MyTopics } from "./my-topics";

export interface FollowingFormProps extends MyTopicsPage {
  isMuted: boolean;
  areas: readonly AreaFollowing[];
  now: Date;
}

/** What a member follows, or muted, and one press to change many of them. */
export function FollowingForm({ isMuted, areas, now, ...page }: FollowingFormProps) {
  const t = useText("me");
  const following = useText("following");
  const path = mySectionPath("following");
  return (
    <>
      <p className="cluster mt-4">
        <a href={isMuted ? path : `${path}?level=muted`}>
          {t(isMuted ? "follow.showFollowed" : "follow.showMuted")}
        </a>
      </p>
      {!isMuted && areas.length > 0 && <AreaLines areas={areas} />}
      <form method="post" action={path}>
        <MyTopics
          section="following"
          isMuted={isMuted}
          {...page}
          now={now}
          choiceOf={({ number, title }) => (
            <label className="check pick">
              <input type="checkbox" name="topic" value={number} />
              <span className="sr-only">{t("follow.select", { title })}</span>
            </label>
          )}
        />
        {page.topics.length > 0 && (
          <div className="cluster mt-4">
            <label htmlFor="chosen-level">{t("follow.level")}</label>
            <Select
              id="chosen-level"
              name="level"
              className="narrow"
              defaultValue={isMuted ? "following" : "muted"}
              options={followLevels.map((value) => ({ value, label: following(`level.${value}`) }))}
            />
            <Button>{t("follow.apply")}</Button>
          </div>
        )}
      </form>
    </>
  );
}

function AreaLines({ areas }: { areas: readonly AreaFollowing[] }) {
  const t = useText("me");
  const following = useText("following");
  const locale = useLocale();
  return (
    <section className="mt-4" aria-labelledby="areas">
      <h2 className="section-title" id="areas">
        {t("follow.areas")}
      </h2>
      <ul className="lines">
        {areas.map(({ area, level }) => (
          <li key={area.id} className="spread">
            <span>
              <b>{areaName(area, locale)}</b>{" "}
              <span className="small muted">{following(`level.${level}`)}</span>
            </span>
            <a className="small" href={`${areaFollowPath(area.slug)}`}>
              {t("follow.change")}
              <span className="sr-only"> {areaName(area, locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
