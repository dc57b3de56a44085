import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { guessLanguage } from "~/platform/text/guess-language";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pill } from "~/ui/primitives/pill";
import { Time } from "~/ui/primitives/time";
import type { ListedIssue } from "../listing.server";
import { NextUpdate } from "./next-update";

export interface KnownIssueItemProps {
  issue: ListedIssue;
  /** Staff see where a fix is doubted. */
  isStaff: boolean;
  now: Date;
}

export function KnownIssueItem({ issue, isStaff, now }: KnownIssueItemProps) {
  const t = useText("knownIssues");
  const { number, state, title, language, summary, workaround, versions, affected, fixedAt } = issue;
  const date = (at: Date) => () => <Time at={at} now={now} form="day" />;
  const isFixed = fixedAt !== null;
  return (
    <LineItem
      id={`issue-${number}`}
      href={`${topicPath(issue)}#known-issue`}
      title={title}
      lang={langOf(language)}
      lead={
        <MetaLine
          lead={
            <Pill tone={isFixed ? "done" : "danger"} icon={isFixed ? "st-done" : "st-incident"}>
              {t(`state.${state}`)}
            </Pill>
          }
          items={[
            affected > 0 && t("panel.affected", { count: affected }),
            isFixed
              ? t.rich("panel.fixedAt", { date: date(fixedAt) })
              : t.rich("panel.since", { date: date(issue.createdAt) }),
            isStaff && issue.isDoubted && t("doubted.mark"),
          ]}
        />
      }
      excerpt={summary && <span lang={langOf(guessLanguage(summary))}>{summary}</span>}
      meta={
        <>
          {workaround && !isFixed && (
            <p className="small" lang={langOf(guessLanguage(workaround))}>
              {t("list.workaround", { text: workaround })}
            </p>
          )}
          <MetaLine
            items={[
              versions && t("list.versions", { versions }),
              issue.nextUpdateAt && <NextUpdate key="next" at={issue.nextUpdateAt} now={now} />,
            ]}
          />
        </>
      }
    />
  );
}
