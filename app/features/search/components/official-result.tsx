import { verifyPath } from "~/features/official/paths";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { SmallLetter } from "~/ui/patterns/small-letter";
import { ReferenceChip } from "~/ui/primitives/reference-chip";
import { Time } from "~/ui/primitives/time";
import type { OfficialMark, Result } from "../result";
import { MarkedText } from "./marked-text";

export interface OfficialResultProps {
  result: Result & { official: OfficialMark };
  now: Date;
}

/** An answer of the team, as the small sealed letter it is. */
export function OfficialResult({ result, now }: OfficialResultProps) {
  const t = useText("search");
  const { official } = result;
  const lang = langOf(result.language);
  return (
    <SmallLetter
      reference={{ code: official.reference, href: verifyPath(official.reference) }}
      note={<Time at={official.postedAt} now={now} form="day" />}
      title={
        <h3>
          <a href={result.url}>
            <MarkedText segments={result.title} />
          </a>
        </h3>
      }
      foot={
        <div className="cluster">
          {official.settledBy && (
            <ReferenceChip href={official.settledBy.url} icon="st-done">
              {t("settledBy", { release: official.settledBy.label })}
            </ReferenceChip>
          )}
          <span className="small">
            {official.authorTitle
              ? t("sealedBy", { name: official.authorName, title: official.authorTitle })
              : official.authorName}
          </span>
        </div>
      }
    >
      <div className="prose" lang={lang}>
        <p>
          <MarkedText segments={result.excerpt} />
        </p>
      </div>
    </SmallLetter>
  );
}
