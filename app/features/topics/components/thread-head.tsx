import { useText } from "~/platform/i18n/use-text";
import { Segments } from "~/ui/primitives/segments";
import { replySorts, type ReplySort } from "../reply-order";
import { topicViewPath } from "../topic-view";

export interface ThreadHeadProps {
  topic: { number: number; slug: string };
  count: number;
  sort: ReplySort;
}

export function ThreadHead({ topic, count, sort }: ThreadHeadProps) {
  const t = useText("topics");
  return (
    <div className="thread-head">
      <h2 className="section-title" id="replies">
        {t("thread.title", { count })}
      </h2>
      {count > 1 && (
        <Segments
          label={t("thread.sort")}
          items={replySorts.map((each) => ({
            href: `${topicViewPath(topic, { sort: each })}#replies`,
            label: t(`thread.sorts.${each}`),
            isCurrent: each === sort,
          }))}
        />
      )}
    </div>
  );
}
