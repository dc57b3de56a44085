import type { KnownIssue } from "~/features/topics/known-issue";
import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { knownIssuePath } from "../paths";

export interface FixDoubtsProps {
  topic: { number: number };
  issue: Pick<KnownIssue, "answers" | "doubtedAt">;
  mayTell: boolean;
}

/** How many the fix helped; for staff, that it did not help several. */
export function FixDoubts({ topic, issue, mayTell }: FixDoubtsProps) {
  const t = useText("knownIssues");
  const { confirmed, denied } = issue.answers;
  return (
    <>
      {confirmed + denied > 0 && <p className="small muted">{t("answer.counted", { confirmed, denied })}</p>}
      {issue.doubtedAt && mayTell && (
        <Notice
          tone="active"
          icon="alert"
          action={<ButtonLink href={knownIssuePath(topic.number)}>{t("doubted.act")}</ButtonLink>}
        >
          {t("doubted.notice", { count: denied })}
        </Notice>
      )}
    </>
  );
}
