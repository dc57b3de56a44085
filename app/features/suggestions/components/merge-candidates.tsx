import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { LineItem } from "~/ui/patterns/line-item";
import { ButtonLink } from "~/ui/primitives/button-link";
import { MetaLine } from "~/ui/primitives/meta-line";
import type { MergeCandidate } from "../merge-candidate";
import { mergePath } from "../paths";

/** Suggestions the one with this number could be merged into. */
export function MergeCandidates({ number, items }: { number: number; items: readonly MergeCandidate[] }) {
  const t = useText("suggestions");
  return (
    <ul className="lines">
      {items.map((item) => (
        <LineItem
          key={item.number}
          href={topicPath(item)}
          title={item.title}
          lang={langOf(item.language)}
          excerpt={item.excerpt}
          meta={
            <>
              <MetaLine
                lead={<StatusPill status={item.status} board="suggestion" />}
                items={[t("merge.candidateVotes", { count: item.votes })]}
              />
              <div className="mt-2">
                <ButtonLink icon="merge" href={mergePath({ number }, item.number)}>
                  {t("merge.choose")} <span className="sr-only">{item.title}</span>
                </ButtonLink>
              </div>
            </>
          }
        />
      ))}
    </ul>
  );
}
