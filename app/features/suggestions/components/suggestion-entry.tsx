import { thumbPath } from "~/features/attachments/paths";
import { areaName } from "~/features/site/area";
import { useRootData } from "~/features/site/root-data";
import { NewReplies } from "~/features/topics/components/new-replies";
import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { CountedEntry } from "~/ui/patterns/counted-entry";
import { SealLine } from "~/ui/patterns/seal-line";
import { MetaLine } from "~/ui/primitives/meta-line";
import type { ListedSuggestion } from "../listing.server";
import { voteAnchor, votePlace } from "../paths";
import { VoteKey } from "./vote-key";

/** A suggestion in the list: its votes, what it asks for, what the team said, where it stands. */
export function SuggestionEntry({ suggestion }: { suggestion: ListedSuggestion }) {
  const t = useText("suggestions");
  const locale = useLocale();
  const { path } = useRootData();
  const { number, status, title, excerpt, area, counts, cover, officialLine, isVoted, unread } = suggestion;
  const lang = langOf(suggestion.language);
  return (
    <CountedEntry
      id={voteAnchor(number)}
      counter={
        <VoteKey
          suggestion={{ number, status, voteCount: counts.votes }}
          isVoted={isVoted}
          backTo={votePlace(path, number)}
        />
      }
      href={topicPath(suggestion)}
      title={title}
      lang={lang}
      isUnread={unread !== null}
      excerpt={excerpt}
      official={
        officialLine && (
          <SealLine author={officialLine.by}>
            <span lang={langOf(officialLine.language)}>{officialLine.text}</span>
          </SealLine>
        )
      }
      meta={
        <MetaLine
          lead={<StatusPill status={status} board="suggestion" />}
          items={[
            unread && unread.newReplies > 0 && <NewReplies key="new" number={number} mark={unread} />,
            area && areaName(area, locale),
            t("replies", { count: counts.replies }),
          ]}
        />
      }
      thumbnail={
        cover && { src: thumbPath(cover.id), alt: cover.alt, width: cover.width, height: cover.height }
      }
    />
  );
}
