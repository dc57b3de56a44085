import { useLocale, useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import type { IconName } from "~/ui/primitives/icon-names";
import { Menu } from "~/ui/primitives/menu";
import { writeCount } from "~/ui/primitives/number";
import { bookmarkKey, mayReact, type ReactionCounts, type ReactionKind, reactionKinds } from "../reaction";
import type { OwnMark } from "../own-marks";
import { reactedPath } from "../paths";

export interface ReactionBarProps {
  /** Where reactions are sent, and where they are listed by name. */
  action: string;
  /** Where the text is kept for oneself, if it can be. */
  bookmarkAction?: string;
  counts: ReactionCounts;
  authorId: number;
  /** Null for a guest, whose press leads to signing in. */
  reader: { id: number; marks: readonly OwnMark[] } | null;
}

const icons: Record<ReactionKind, IconName> = {
  helpful: "thumb",
  thanks: "heart",
  works: "check",
  broken: "alert",
};

/** "Helpful 58": what readers said with one press, and the presses to say it. The rest is one press further. */
export function ReactionBar({ action, bookmarkAction, counts, authorId, reader }: ReactionBarProps) {
  const t = useText("reactions");
  const locale = useLocale();
  const isOpenTo = (kind: ReactionKind) => reader === null || mayReact(reader, { authorId }, kind);
  const isShown = (kind: ReactionKind) => Boolean(counts[kind]) || (kind === "helpful" && isOpenTo(kind));
  const shown = reactionKinds.filter(isShown);
  if (!reader && shown.length === 0) return null;
  return (
    <form className="reactions" method="post" action={action} data-enhance={reader ? "react" : undefined}>
      {shown.map((kind) =>
        isOpenTo(kind) ? (
          keyOf(kind)
        ) : (
          <span key={kind} className="reaction-total">
            <Icon name={icons[kind]} />
            {`${t(`kind.${kind}`)} `}
            {numberOf(kind)}
          </span>
        ),
      )}
      {reader && (
        <Menu label={t("more")} summary={<Icon name="more" />} summaryClassName="icon-btn">
          {reactionKinds.filter((kind) => !isShown(kind) && isOpenTo(kind)).map(keyOf)}
          {bookmarkAction && (
            <button className="btn" data-kind="ghost" formAction={bookmarkAction} {...stateOf(bookmarkKey)}>
              <Icon name="bookmark" />
              {t("bookmark")}
            </button>
          )}
          <a href={reactedPath(action)}>
            <Icon name="people" />
            {t("who")}
          </a>
        </Menu>
      )}
    </form>
  );

  function keyOf(kind: ReactionKind) {
    return (
      <button key={kind} className="btn" data-kind="ghost" {...stateOf(kind)}>
        <Icon name={icons[kind]} />
        {`${t(`kind.${kind}`)} `}
        {numberOf(kind)}
      </button>
    );
  }

  function stateOf(mark: OwnMark) {
    const isMine = reader?.marks.includes(mark) ?? false;
    return { name: isMine ? "unset" : "set", value: mark, "aria-pressed": isMine };
  }

  function numberOf(kind: ReactionKind) {
    const count = counts[kind] ?? 0;
    return <span data-count>{count > 0 && writeCount(locale, count)}</span>;
  }
}
