import type { Topic } from "~/features/topics/reading.server";
import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";
import { votersPath } from "../paths";

/** Under a suggestion: who votes for it, for those who may see it, and why the reader's own vote is not counted yet. */
export function VotesLine({ topic, maySeeVoters }: { topic: Topic; maySeeVoters: boolean }) {
  const t = useText("suggestions");
  const { mine, status, counts } = topic;
  const isWaiting = mine?.isVoted && !mine.isVoteCounted;
  const isOpen = maySeeVoters && status !== "merged" && counts.votes > 0;
  if (!isWaiting && !isOpen) return null;
  return (
    <div className="stack mt-4" data-gap="2">
      {isWaiting && <Notice tone="active">{t("voters.uncounted")}</Notice>}
      {isOpen && (
        <p className="small">
          <TextLink href={votersPath(topic)}>{t("voters.link")}</TextLink>
        </p>
      )}
    </div>
  );
}
