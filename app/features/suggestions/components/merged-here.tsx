import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import type { Topic } from "~/features/topics/reading.server";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { SideSection } from "~/ui/patterns/side-section";

/** Beside a survivor: what was merged into it. */
export function MergedHere({ items }: { items: Topic["mergedHere"] }) {
  const t = useText("suggestions");
  if (items.length === 0) return null;
  return (
    <SideSection title={t("merge.mergedHere")}>
      <ul className="lines">
        {items.map((item) => (
          <LineItem
            key={item.number}
            href={topicPath(item)}
            title={item.title}
            lang={langOf(item.language)}
            meta={<span className="xs muted">{t("merge.mergedReplies", { count: item.replies })}</span>}
          />
        ))}
      </ul>
    </SideSection>
  );
}
