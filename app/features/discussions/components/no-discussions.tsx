import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { discussionListPath, discussionsPath, newDiscussionPath } from "../paths";
import type { DiscussionView } from "../view";

/** Why the list is empty, and the one way on. */
export function NoDiscussions({ view }: { view: DiscussionView }) {
  const t = useText("discussions");
  const { words, href, label } = stateOf();
  return (
    <EmptyState icon="chat" title={t("empty.title")} action={<ButtonLink href={href}>{label}</ButtonLink>}>
      {words}
    </EmptyState>
  );

  function stateOf() {
    if (view.after) {
      const first = discussionListPath({ ...view, after: null });
      return { words: t("empty.pastEnd"), href: first, label: t("empty.fromStart") };
    }
    if (view.isUnread) {
      return { words: t("empty.unread"), href: discussionsPath, label: t("empty.showAll") };
    }
    if (view.isFollowed) {
      return { words: t("empty.following"), href: discussionsPath, label: t("empty.showAll") };
    }
    if (view.kind || view.area || view.status || view.tag) {
      return { words: t("empty.filtered"), href: discussionsPath, label: t("empty.showAll") };
    }
    return { words: t("empty.first"), href: newDiscussionPath(), label: t("new") };
  }
}
