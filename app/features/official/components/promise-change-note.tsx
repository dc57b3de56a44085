import type { PromiseMove, TeamPromise } from "~/features/topics/promise";
import { useText } from "~/platform/i18n/use-text";
import { CalendarDay } from "~/ui/primitives/calendar-day";
import { Notice } from "~/ui/primitives/notice";
import { letterId } from "../paths";

export interface PromiseChangeNoteProps {
  promises: readonly TeamPromise[];
  /** The letter it stands on. */
  replyId: number;
}

/** On a letter that moved, kept or withdrew what an earlier one promised: what it did, and to which. */
export function PromiseChangeNote({ promises, replyId }: PromiseChangeNoteProps) {
  const t = useText("official");
  const others = promises.filter((promise) => promise.replyId !== replyId);
  return (
    <>
      {others.flatMap((promise) =>
        promise.moves
          .filter((move) => move.replyId === replyId)
          .map((move) => (
            <Notice key={`moved-${promise.id}`} icon="calendar">
              {moved(promise, move)}
            </Notice>
          )),
      )}
      {others
        .filter(({ endedByReplyId }) => endedByReplyId === replyId)
        .map((promise) => (
          <Notice
            key={`ended-${promise.id}`}
            {...(promise.state === "kept" ? { tone: "done" as const } : { icon: "x" as const })}
          >
            {t.rich(`promise.change.${promise.state === "kept" ? "kept" : "withdrawn"}`, {
              promise: promise.text,
              link: linkTo(promise),
            })}{" "}
            {promise.withdrawnReason}
          </Notice>
        ))}
    </>
  );

  function moved(promise: TeamPromise, { from, to }: PromiseMove) {
    return t.rich(from ? "promise.change.moved" : "promise.change.dated", {
      promise: promise.text,
      link: linkTo(promise),
      from: () => <s>{from && <CalendarDay day={from} />}</s>,
      to: () => to && <CalendarDay day={to} />,
    });
  }

  function linkTo(promise: TeamPromise) {
    return (words: React.ReactNode) => (
      <a className="text-link" href={`#${letterId(promise.replyId)}`}>
        {words}
      </a>
    );
  }
}
