import { authorPath } from "~/features/members/paths";
import { useShownName } from "~/features/members/use-shown-name";
import { useText } from "~/platform/i18n/use-text";
import { Byline } from "~/ui/primitives/byline";
import { Time } from "~/ui/primitives/time";
import { topicActionPath } from "../paths";
import type { Topic } from "../reading.server";

/** Who opened it, since when they are here, and when they wrote it. */
export function TopicByline({ topic, now }: { topic: Topic; now: Date }) {
  const t = useText("topics");
  const { author, number, createdAt, editedAt } = topic;
  const shownName = useShownName();
  const since = t("head.memberSince", { year: String(author.since.getUTCFullYear()) });
  return (
    <div className="mb-4">
      <Byline
        avatar={{ name: shownName(author), isStaff: author.isStaff, size: "l" }}
        name={shownName(author)}
        href={authorPath(author)}
        under={author.isStaff ? t("head.team") : since}
        end={
          <>
            {editedAt && (
              <>
                <a href={topicActionPath(number, "history")}>{t("head.edited")}</a>{" "}
              </>
            )}
            <Time at={createdAt} now={now} />
          </>
        }
      />
    </div>
  );
}
