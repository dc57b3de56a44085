import { useText } from "~/platform/i18n/use-text";
import { ClosedCounter } from "~/ui/primitives/closed-counter";
import { CounterKey } from "~/ui/primitives/counter-key";
import { votePath } from "../paths";
import { acceptsVotes, isSuggestionStatus } from "../suggestion";

export interface VoteKeyProps {
  suggestion: { number: number; status: string; voteCount: number };
  /** Whether the reader's vote is among them. */
  isVoted: boolean;
  size?: "s" | "m";
  /** Where a plain form comes back to, see `votePlace`; left out, it leads to the suggestion itself. */
  backTo?: string;
}

/** The count of a suggestion and the reader's own part in it; a key as long as votes are taken. */
export function VoteKey({ suggestion, isVoted, size, backTo }: VoteKeyProps) {
  const t = useText("suggestions");
  const { number, status, voteCount: count } = suggestion;
  if (!isSuggestionStatus(status) || !acceptsVotes(status)) {
    const label = isVoted ? t("vote.closedMine", { count }) : t("vote.closed", { count });
    return <ClosedCounter count={count} label={label} isOwn={isVoted} size={size} />;
  }
  return (
    <CounterKey
      action={votePath({ number })}
      count={count}
      isPressed={isVoted}
      labels={{ press: t("vote.cast"), release: t("vote.withdraw") }}
      size={size}
      backTo={backTo}
    />
  );
}
