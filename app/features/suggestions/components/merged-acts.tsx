import { UnmergeButton } from "./unmerge-button";
import { VoteKey } from "./vote-key";

export interface MergedActsProps {
  /** Number of the one that was merged. */
  number: number;
  survivor: { number: number; status: string; votes: number; isVoted: boolean };
  mayUnmerge: boolean;
}

/** What can be done from the page of a merged suggestion: vote where it went, or take the two apart. */
export function MergedActs({ number, survivor, mayUnmerge }: MergedActsProps) {
  const { status, votes: voteCount, isVoted } = survivor;
  return (
    <span className="cluster">
      <VoteKey suggestion={{ number: survivor.number, status, voteCount }} isVoted={isVoted} size="s" />
      {mayUnmerge && <UnmergeButton number={number} />}
    </span>
  );
}
