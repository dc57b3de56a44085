import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import type { CountedTag } from "../listing.server";
import { editTagPath, tagPath } from "../paths";
import { useTagCount } from "./use-tag-count";

export function TagLine({ tag, mayManage }: { tag: CountedTag; mayManage: boolean }) {
  const t = useText("tags");
  const countText = useTagCount();
  return (
    <LineItem
      href={tagPath(tag.slug)}
      title={tag.name}
      meta={
        <MetaLine
          items={[
            countText(tag.count),
            tag.isReserved && t("reserved"),
            mayManage && (
              <a key="edit" href={editTagPath(tag.slug)} aria-label={`${t("edit")}: ${tag.name}`}>
                {t("edit")}
              </a>
            ),
          ]}
        />
      }
    />
  );
}
