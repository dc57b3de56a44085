import { useText } from "~/platform/i18n/use-text";
import type { MergePreview } from "../merge-preview.server";

/** What a merge will do, point by point, before anybody decides. */
export function MergePreviewList({ preview }: { preview: MergePreview }) {
  const t = useText("suggestions");
  const { sourceVotes, survivorVotes, bothVotes, distinctVotes, replies, newFollowers } = preview;
  return (
    <ul className="prose">
      <li>
        {t.rich("merge.votes", {
          ...{ source: sourceVotes, survivor: survivorVotes, both: bothVotes, distinct: distinctVotes },
          b: (words) => <b>{words}</b>,
        })}
      </li>
      <li>{t("merge.replies", { count: replies })}</li>
      <li>{t("merge.followers", { count: newFollowers })}</li>
      <li>{t("merge.page")}</li>
      <li>{t("merge.undoable")}</li>
    </ul>
  );
}
