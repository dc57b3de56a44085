import { topicPath } from "~/features/topics/paths";
import { useStatusText } from "~/features/topics/components/use-status-text";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { Checkbox } from "~/ui/primitives/checkbox";
import { settledStatus } from "../announcement";
import type { LinkedTopic } from "../linked-topics.server";

/** What publishing would do to the topics an entry answers, and the choice whether it should. */
export function Settlement({ topics, isChosen }: { topics: readonly LinkedTopic[]; isChosen: boolean }) {
  const t = useText("changelog");
  const statusText = useStatusText();
  const changing = topics.filter((topic) => settledStatus(topic)).length;
  return (
    <>
      <ul className="lines">
        {topics.map((topic) => {
          const to = settledStatus(topic);
          return (
            <LineItem
              key={topic.number}
              href={topicPath(topic)}
              title={topic.title}
              lang={langOf(topic.language)}
              meta={
                <p className="small muted">
                  {to ? t("publication.settlesTo", { status: statusText(to) }) : t("publication.stays")}
                </p>
              }
            />
          );
        })}
      </ul>
      {changing > 0 && (
        <Checkbox
          name="settle"
          value="yes"
          defaultChecked={isChosen}
          label={t("publication.settle")}
          hint={t("publication.settleHint", { count: changing })}
        />
      )}
    </>
  );
}
