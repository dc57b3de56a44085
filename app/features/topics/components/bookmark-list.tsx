import { useText } from "~/platform/i18n/use-text";
import { EmptyState } from "~/ui/primitives/empty-state";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pager } from "~/ui/primitives/pager";
import { Time } from "~/ui/primitives/time";
import type { BookmarkLine } from "../bookmarks.server";
import { langOf } from "../language";
import { mySectionPath } from "../my-section";
import { replyPath, topicPath } from "../paths";
import { BookmarkForms } from "./bookmark-forms";

export interface BookmarkListProps {
  bookmarks: readonly BookmarkLine[];
  next: string | null;
  now: Date;
}

/** What a member keeps for themselves. What has gone keeps its line, so that the note is not lost with it. */
export function BookmarkList({ bookmarks, next, now }: BookmarkListProps) {
  const t = useText("me");
  if (bookmarks.length === 0) {
    return (
      <div className="mt-6">
        <EmptyState icon="bookmark" title={t("empty.bookmarks")}>
          {t("empty.bookmarksHint")}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <ul className="lines">
        {bookmarks.map((bookmark) => (
          <Line key={bookmark.id} bookmark={bookmark} now={now} />
        ))}
      </ul>
      <Pager older={next ? { href: `${mySectionPath("bookmarks")}?after=${next}` } : null} />
    </>
  );
}

function Line({ bookmark, now }: { bookmark: BookmarkLine; now: Date }) {
  const t = useText("me");
  const { kept, note, createdAt } = bookmark;
  const reply = kept?.reply ?? null;
  const at = t.rich("bookmark.kept", { at: () => <Time at={createdAt} now={now} form="relative" /> });
  return (
    <li>
      {kept ? (
        <p>
          <a href={reply ? replyPath(kept.number, reply.id) : topicPath(kept)} lang={langOf(kept.language)}>
            <b>{kept.title}</b>
          </a>
        </p>
      ) : (
        <p className="muted">{t(bookmark.isReply ? "bookmark.goneReply" : "bookmark.gone")}</p>
      )}
      {reply && (
        <p className="small" lang={langOf(reply.language)}>
          {reply.excerpt}
        </p>
      )}
      {note && <p className="small">{note}</p>}
      <MetaLine items={[reply && t("bookmark.by", { name: reply.by }), at]} />
      <BookmarkForms bookmark={bookmark} />
    </li>
  );
}
