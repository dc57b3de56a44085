import { useShownName } from "~/features/members/use-shown-name";
import { StatusPill } from "~/features/topics/components/status-pill";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import type { Result } from "../result";
import { MarkedText } from "./marked-text";

export interface ResultRowProps {
  result: Result;
  now: Date;
}

/** One result: where it stands, what it is, its title and the words around what was found. */
export function ResultRow({ result, now }: ResultRowProps) {
  const t = useText("search");
  const shownName = useShownName();
  const lang = langOf(result.language);
  return (
    <li className="result" data-stop>
      <MetaLine
        lead={result.status && <StatusPill status={result.status} />}
        items={[
          result.official ? t("meta.official") : t(`kind.${result.kind}`),
          result.isSolution && t("meta.solution"),
          result.release,
          result.votes > 0 && t("meta.votes", { count: result.votes }),
          result.affected > 0 && t("meta.affected", { count: result.affected }),
          result.helpful > 0 && t("meta.helpful", { count: result.helpful }),
          result.kind === "reply" && t("meta.by", { name: shownName(result.author) }),
          <Time at={result.createdAt} now={now} form="day" />,
        ]}
      />
      <h3 lang={lang}>
        <a href={result.url} data-open>
          <MarkedText segments={result.title} />
        </a>
      </h3>
      <p lang={lang}>
        <MarkedText segments={result.excerpt} />
      </p>
    </li>
  );
}
