import { useLocale, useText } from "~/platform/i18n/use-text";
import { writeCount } from "~/ui/primitives/number";
import { type Feedback, feedbackAnswers, mayGiveFeedback } from "../answer-feedback";
import { feedbackPath } from "../paths";

export interface AnswerFeedbackProps {
  number: number;
  letter: { replyId: number; authorId: number; feedback: Feedback };
  reader: { id: number } | null;
}

/** "Did this answer it?": asked of everybody but who wrote it, who only reads what was said. */
export function AnswerFeedback({ number, letter, reader }: AnswerFeedbackProps) {
  const t = useText("reactions");
  const locale = useLocale();
  const { counts, mine } = letter.feedback;
  if (reader && !mayGiveFeedback(reader, letter)) {
    return counts.yes + counts.no > 0 && <span className="small muted end">{t("answered.own", counts)}</span>;
  }
  return (
    <form
      className="cluster end"
      method="post"
      action={feedbackPath(number, letter.replyId)}
      data-enhance={reader ? "react" : undefined}
    >
      <span className="small muted">{t("answered.question")}</span>
      {feedbackAnswers.map((answer) => (
        <button
          key={answer}
          className="btn"
          name={mine === answer ? "unset" : "set"}
          value={answer}
          aria-pressed={mine === answer}
        >
          {t(`answered.${answer}`)}{" "}
          <span data-count>{counts[answer] > 0 && writeCount(locale, counts[answer])}</span>
        </button>
      ))}
    </form>
  );
}
