import { langOf } from "~/features/topics/language";
import type { KnownIssue } from "~/features/topics/known-issue";
import { knownIssueStates } from "~/features/topics/known-issue";
import { useText } from "~/platform/i18n/use-text";
import { guessLanguage } from "~/platform/text/guess-language";
import { textFromHtml } from "~/platform/text/plain-text";
import { Prose } from "~/ui/patterns/prose";
import { StatusPanel } from "~/ui/patterns/status-panel";
import { MetaLine } from "~/ui/primitives/meta-line";
import { StageBar } from "~/ui/primitives/stage-bar";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import { knownIssuePath, knownIssueUpdatePath } from "../paths";
import { FixDoubts } from "./fix-doubts";
import { FixQuestion } from "./fix-question";
import { KnownIssueUpdates } from "./known-issue-updates";
import { NextUpdate } from "./next-update";

export interface KnownIssuePanelProps {
  topic: { number: number; slug: string; counts: { affected: number } };
  issue: KnownIssue;
  /** The entry that fixes it, once it is public. */
  fixedBy?: { href: string; title: string; language: string } | null;
  mayTell: boolean;
  /** Whether the reader is one of those it was fixed for. */
  mayAnswer: boolean;
  now: Date;
}

/** What the team knows of a problem, above the question: how far it is, what helps meanwhile, when news comes. */
export function KnownIssuePanel({ topic, issue, fixedBy, mayTell, mayAnswer, now }: KnownIssuePanelProps) {
  const t = useText("knownIssues");
  const { state, summary, versions, workaroundHtml, fixedAt, createdAt } = issue;
  const { number, counts } = topic;
  const name = t(`state.${state}`);
  const isFixed = state === "fixed";
  const date = (at: Date) => () => <Time at={at} now={now} form="day" />;
  return (
    <StatusPanel
      id="known-issue"
      tone={isFixed ? "done" : "danger"}
      icon={isFixed ? "st-done" : "st-incident"}
      title={`${t("panel.label")} · ${name}`}
      note={
        <>
          {fixedAt
            ? t.rich("panel.fixedAt", { date: date(fixedAt) })
            : t.rich("panel.since", { date: date(createdAt) })}
          {counts.affected > 0 && ` · ${t("panel.affected", { count: counts.affected })}`}
        </>
      }
      end={
        mayTell && (
          <span className="cluster">
            <TextLink href={knownIssueUpdatePath(number)}>{t("update.title")}</TextLink>
            <TextLink href={knownIssuePath(number)}>{t("form.change")}</TextLink>
          </span>
        )
      }
    >
      <StageBar stage={knownIssueStates.indexOf(state) + 1} total={knownIssueStates.length} name={name} />
      {summary && (
        <p className="measure" lang={langOf(guessLanguage(summary))}>
          <b>{summary}</b>
        </p>
      )}
      {(versions || issue.nextUpdateAt) && (
        <MetaLine
          items={[
            versions && `${t("panel.versions")}: ${versions}`,
            issue.nextUpdateAt && <NextUpdate key="next" at={issue.nextUpdateAt} now={now} />,
          ]}
        />
      )}
      {fixedBy && (
        <p>
          {t.rich("panel.fixedIn", {
            title: fixedBy.title,
            link: (title) => (
              <a className="text-link" href={fixedBy.href} lang={langOf(fixedBy.language)}>
                {title}
              </a>
            ),
          })}
        </p>
      )}
      {workaroundHtml && !isFixed && (
        <div>
          <h3>{t("panel.workaround")}</h3>
          <Prose html={workaroundHtml} size="m" lang={langOf(guessLanguage(textFromHtml(workaroundHtml)))} />
        </div>
      )}
      {isFixed && mayAnswer && <FixQuestion topic={topic} mine={issue.mine} />}
      {isFixed && <FixDoubts topic={topic} issue={issue} mayTell={mayTell} />}
      <KnownIssueUpdates updates={issue.updates} now={now} />
    </StatusPanel>
  );
}
