import { Fragment, type ReactNode } from "react";
import { useShownName } from "~/features/members/use-shown-name";
import { type Area, areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Timeline, type TimelineItem as Line } from "~/ui/patterns/timeline";
import { CalendarDay } from "~/ui/primitives/calendar-day";
import { Time } from "~/ui/primitives/time";
import { replyPath } from "../paths";
import { type KnownIssueState, knownIssueStates } from "../known-issue";
import type { TimelineItem, Topic } from "../reading.server";
import { isTopicStatus, statusLook } from "../status-look";
import { useReasonText } from "./use-reason-text";
import { useStatusText } from "./use-status-text";

/** Another thing a line speaks of, named by whoever knows it. */
export interface Mentioned {
  href: string;
  title: string;
}

export interface TopicTimelineProps {
  topic: Pick<Topic, "number" | "kind" | "timeline">;
  areas: readonly Area[];
  /** Announcements the lines name, by id. One that is not here is not public. */
  announcements?: ReadonlyMap<number, Mentioned>;
  now: Date;
  /** What can be done about a line, from features above. */
  actsOf?: (item: TimelineItem) => ReactNode;
}

/** What became of a topic, in words, the oldest first. Always when and, where somebody did it, who. */
export function TopicTimeline({ topic, areas, announcements, now, actsOf }: TopicTimelineProps) {
  const t = useText("topics");
  const issues = useText("knownIssues");
  const shownName = useShownName();
  const locale = useLocale();
  const statusText = useStatusText();
  const reasonText = useReasonText();
  const board = topic.kind === "suggestion" ? "suggestion" : "discussion";
  return <Timeline items={topic.timeline.map(lineOf)} />;

  function lineOf(item: TimelineItem): Line {
    return { id: item.id, ...wordsOf(item), note: notesOf(item) };
  }

  function notesOf(item: TimelineItem): ReactNode {
    return (
      <>
        {noteOf(item)}
        {actsOf?.(item)}
      </>
    );
  }

  function wordsOf({ type, data }: TimelineItem): Pick<Line, "icon" | "tone" | "title"> {
    switch (type) {
      case "opened":
        return { icon: "st-open", title: t(`timeline.opened.${topic.kind}`) };
      case "status":
        return statusLine(String(data.to));
      case "solved":
        return { icon: "st-done", tone: "done", title: t("timeline.solved") };
      case "unsolved":
        return { icon: "st-open", title: t("timeline.unsolved") };
      case "official":
        return { icon: "seal", title: t("timeline.official") };
      case "announced":
        return { icon: "megaphone", title: announcedIn(Number(data.announcementId)) };
      case "promised":
        return { icon: "calendar", title: promisedFor("promised", data.dueOn) };
      case "promise-moved":
        return {
          icon: "calendar",
          title: t.rich("timeline.promiseMoved", {
            from: () => <s>{typeof data.from === "string" && <CalendarDay day={data.from} />}</s>,
            to: () => <CalendarDay day={String(data.to)} />,
          }),
        };
      case "promise-kept":
        return { icon: "st-done", tone: "done", title: promisedFor("promiseKept", data.dueOn) };
      case "promise-withdrawn":
        return { icon: "x", title: t("timeline.promiseWithdrawn", { promise: String(data.promised) }) };
      case "moved":
        return { icon: "move", title: t("timeline.moved", { area: areaOf(data.toAreaId) }) };
      case "locked":
        return { icon: "lock", title: t("timeline.locked") };
      case "unlocked":
        return { icon: "unlock", title: t("timeline.unlocked") };
      case "known-issue":
        return { icon: "st-incident", title: knownIssueLine(data) };
      case "update":
        return {
          icon: "megaphone",
          title: isState(data.state)
            ? t("timeline.updateState", { state: issues(`state.${data.state}`) })
            : t("timeline.update"),
        };
      case "pinned":
        return { icon: "pin", title: t("timeline.pinned") };
      case "unpinned":
        return { icon: "pin", title: t("timeline.unpinned") };
      case "tagged":
        return { icon: "tag", title: taggedAs(data.tags) };
      case "merged":
        return { icon: "merge", title: mergedWith("merged", data) };
      case "unmerged":
        return { icon: "split", title: mergedWith("unmerged", data) };
      case "vote-added":
        return { icon: "up", title: t("timeline.voteAdded", { name: String(data.member) }) };
      case "vote-removed":
        return { icon: "up", title: t("timeline.voteRemoved", { name: String(data.member) }) };
    }
  }

  function statusLine(status: string): Pick<Line, "icon" | "tone" | "title"> {
    if (!isTopicStatus(status)) return { icon: "st-open", title: status };
    const { icon, tone } = statusLook(status);
    const isDone = tone === "done";
    return {
      icon,
      tone: isDone ? "done" : tone === "active" || tone === "danger" ? "active" : undefined,
      title: isDone ? <b>{statusText(status, board)}</b> : statusText(status, board),
    };
  }

  function promisedFor(words: "promised" | "promiseKept", dueOn: unknown): ReactNode {
    if (typeof dueOn !== "string") return t(`timeline.${words}.undated`);
    return t.rich(`timeline.${words}.dated`, { day: () => <CalendarDay day={dueOn} /> });
  }

  function announcedIn(announcementId: number) {
    const announcement = announcements?.get(announcementId);
    if (!announcement) return t("timeline.announced");
    return t.rich("timeline.announcedIn", {
      title: announcement.title,
      link: (title) => <a href={announcement.href}>{title}</a>,
    });
  }

  /** What changed of it; where that is only how far the team is, the word for it. */
  function knownIssueLine({ fields, state }: TimelineItem["data"]): string {
    const names = Array.isArray(fields) ? (fields as unknown[]).map(String) : [];
    if (isState(state) && names.length === 1)
      return t("timeline.knownIssueState", { state: issues(`state.${state}`) });
    const words = names.flatMap((name) => {
      const key = `timeline.knownIssueFields.${name}` as Parameters<typeof t>[0];
      return t.has(key) ? [t(key)] : [];
    });
    return t("timeline.knownIssue", { fields: listed(words) });
  }

  function taggedAs(tags: unknown): string {
    const names = Array.isArray(tags) ? (tags as unknown[]).map(String) : [];
    return names.length > 0 ? t("timeline.tagged", { tags: listed(names) }) : t("timeline.untagged");
  }

  function listed(words: readonly string[]): string {
    return new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" }).format(words);
  }

  function mergedWith(type: "merged" | "unmerged", { into, from }: TimelineItem["data"]) {
    const other = typeof into === "number" ? into : typeof from === "number" ? from : null;
    if (other === null) return t(`timeline.${type}.plain`);
    return t.rich(`timeline.${type}.${other === into ? "into" : "from"}`, {
      number: String(other),
      link: (words) => <a href={`/t/${other}`}>{words}</a>,
    });
  }

  function areaOf(id: unknown): string {
    const area = areas.find((each) => each.id === id);
    return area ? areaName(area, locale) : "";
  }

  function noteOf({ actor, createdAt, data }: TimelineItem) {
    const reason = typeof data.reason === "string" ? reasonText(data.reason) : null;
    const text = typeof data.text === "string" ? data.text : null;
    const date = () => <Time at={createdAt} now={now} />;
    return (
      <>
        {actor ? t.rich("timeline.by", { name: shownName(actor), date }) : date()}
        {[reason, text].map(
          (words) =>
            words && (
              <Fragment key={words}>
                <br />
                {words}
              </Fragment>
            ),
        )}
        {typeof data.replyId === "number" && (
          <>
            <br />
            <a href={replyPath(topic.number, data.replyId)}>{t("timeline.reasonIn")}</a>
          </>
        )}
      </>
    );
  }
}

function isState(value: unknown): value is KnownIssueState {
  return knownIssueStates.includes(value as KnownIssueState);
}
