import { discussionKinds, type DiscussionKind } from "~/features/topics/topic";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { writeCount } from "~/ui/primitives/number";
import { Tabs } from "~/ui/primitives/tabs";
import { discussionListPath } from "../paths";
import { type DiscussionView, mostCounted } from "../view";

export interface DiscussionTabsProps {
  view: DiscussionView;
  /** Left out where a filter makes them a different number than the list would show. */
  counts: Record<DiscussionKind, number> | null;
  isSignedIn: boolean;
}

export function DiscussionTabs({ view, counts, isSignedIn }: DiscussionTabsProps) {
  const t = useText("discussions");
  const locale = useLocale();
  const { sort, area, status } = view;
  const kept = { sort, area, status };
  const isOwn = view.isFollowed || view.isUnread;
  return (
    <Tabs
      label={t("kinds.label")}
      items={[
        {
          href: discussionListPath(kept),
          label: t("kinds.all"),
          isCurrent: view.kind === null && !isOwn,
        },
        ...discussionKinds.map((kind) => ({
          href: discussionListPath({ ...kept, kind }),
          label: t(`kinds.${kind}`),
          count: counts ? countText(counts[kind]) : undefined,
          isCurrent: view.kind === kind && !isOwn,
        })),
        ...(isSignedIn
          ? [
              {
                href: discussionListPath({ ...kept, isUnread: true }),
                label: t("kinds.unread"),
                isCurrent: view.isUnread,
              },
              {
                href: discussionListPath({ ...kept, isFollowed: true }),
                label: t("kinds.following"),
                isCurrent: view.isFollowed,
              },
            ]
          : []),
      ]}
    />
  );

  function countText(count: number): string {
    return count >= mostCounted ? t("kinds.many", { count }) : writeCount(locale, count);
  }
}
