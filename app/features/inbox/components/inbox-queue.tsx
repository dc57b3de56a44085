import type { ReactNode } from "react";
import { inboxPath, moderationPath } from "~/features/site/paths";
import { useText } from "~/platform/i18n/use-text";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";
import { TextLink } from "~/ui/primitives/text-link";
import type { InboxPage } from "../listing.server";
import { type InboxView, inboxViewPath } from "../paths";
import { InboxItem } from "./inbox-item";

export interface InboxQueueProps {
  page: InboxPage;
  view: InboxView;
  /** What is chosen, in words, and how much that is. */
  title: string;
  count: string;
  readerId: number;
  mayClaim: boolean;
  now: Date;
  /** The filters, where the column beside the list has no room. */
  filters: ReactNode;
}

/** What waits, the oldest first. */
export function InboxQueue(props: InboxQueueProps) {
  const { page, view, title, count, readerId, mayClaim, now, filters } = props;
  const t = useText("inbox");
  const m = useText("moderation");
  const { after: _after, open: _open, ...chosen } = view;
  const isFiltered = Object.values(chosen).some(Boolean);
  return (
    <section className="queue" aria-labelledby="queue-title">
      <header>
        <h1 id="queue-title">
          {title} <span className="faint">{count}</span>
        </h1>
        <TextLink href={moderationPath}>{m("queue.title")}</TextLink>
        <div className="queue-filters">{filters}</div>
      </header>
      {page.rows.length > 0 ? (
        <ul>
          {page.rows.map((row) => (
            <InboxItem key={row.id} {...{ row, view, readerId, mayClaim, now }} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon="st-done"
          title={isFiltered ? t("emptyFiltered.title") : t("empty.title")}
          action={isFiltered && <TextLink href={inboxPath}>{t("emptyFiltered.clear")}</TextLink>}
        >
          {isFiltered ? t("emptyFiltered.hint") : t("empty.hint")}
        </EmptyState>
      )}
      <Pager
        older={
          page.next === null
            ? null
            : { href: inboxViewPath({ ...view, open: null, after: page.next }), label: t("older") }
        }
      />
    </section>
  );
}
