import { useRootData } from "~/features/site/root-data";
import { VoteKey } from "~/features/suggestions/components/vote-key";
import type { OwnSuggestion } from "~/features/suggestions/listing.server";
import { voteAnchor, votePlace } from "~/features/suggestions/paths";
import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";

export function TrendingSuggestions({ suggestions }: { suggestions: readonly OwnSuggestion[] }) {
  const t = useText("suggestions");
  const { path } = useRootData();
  return (
    <ul className="lines">
      {suggestions.map(({ number, slug, status, title, excerpt, language, counts, isVoted }) => (
        <LineItem
          key={number}
          id={voteAnchor(number)}
          href={topicPath({ number, slug })}
          title={title}
          lang={langOf(language)}
          excerpt={excerpt}
          meta={
            <MetaLine
              lead={<StatusPill status={status} board="suggestion" />}
              items={[t("replies", { count: counts.replies })]}
            />
          }
          counter={
            <VoteKey
              suggestion={{ number, status, voteCount: counts.votes }}
              isVoted={isVoted}
              backTo={votePlace(path, number)}
            />
          }
        />
      ))}
    </ul>
  );
}
