import type { KnownIssue } from "~/features/topics/known-issue";
import { composePath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { fixAnswerPath } from "../paths";

export interface FixQuestionProps {
  topic: { number: number; slug: string };
  mine: KnownIssue["mine"];
}

/** Asked of those it was fixed for. The answer can be changed as long as the fix stands. */
export function FixQuestion({ topic, mine }: FixQuestionProps) {
  const t = useText("knownIssues");
  return (
    <form className="stack" data-gap="2" method="post" action={fixAnswerPath(topic.number)}>
      <h3>{t("answer.question")}</h3>
      {mine === "yes" && <p className="small">{t("answer.thanksYes")}</p>}
      {mine === "no" && (
        <p className="small">
          {t.rich("answer.thanksNo", {
            link: (words) => (
              <a className="text-link" href={composePath(topic)}>
                {words}
              </a>
            ),
          })}
        </p>
      )}
      <div className="cluster">
        <Button name="solved" value="yes" icon="check" isPressed={mine ? mine === "yes" : undefined}>
          {t("answer.yes")}
        </Button>
        <Button name="solved" value="no" icon="x" isPressed={mine ? mine === "no" : undefined}>
          {t("answer.no")}
        </Button>
      </div>
    </form>
  );
}
