import { announcementPath } from "~/features/changelog/paths";
import { dataSettingsPath } from "~/features/members/paths";
import { isFlagReason } from "~/features/moderation/flag";
import { appealPath, ownFlagsPath } from "~/features/moderation/paths";
import { langOf } from "~/features/topics/language";
import { statusText } from "~/features/topics/components/use-status-text";
import { replyPath, topicPath } from "~/features/topics/paths";
import type { Locale } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import { writeCalendarDay } from "~/ui/primitives/dates";
import type { IconName } from "~/ui/primitives/icon-names";
import type { NoticeGroup } from "./grouping";
import type { NoticeType } from "./notice";

/** A notice in words, made when it is read or sent. */
export interface NoticeWords {
  said: string;
  /** Name of what it is about, and the language that is in. */
  title: string;
  lang: "en" | "zh-CN";
  href: string;
}

export const noticeIcons: Record<NoticeType, IconName> = {
  mention: "at",
  official: "seal",
  reply: "reply",
  status: "sync",
  solution: "st-done",
  announcement: "megaphone",
  merged: "merge",
  "vote-on-behalf": "up",
  "known-issue-solved": "check",
  moderation: "shield",
  report: "flag",
  assigned: "inbox",
  copy: "download",
};

export function wordsOf(locale: Locale, group: NoticeGroup): NoticeWords {
  const { topic, announcement } = group.first;
  const about = group.first.type === "announcement" && announcement ? announcement : (topic ?? announcement);
  return {
    said: saidOf(locale, group),
    ...(titleOfOurs(locale, group.first) ?? {
      title: about?.title ?? "",
      lang: langOf(about?.language ?? "en"),
    }),
    href: hrefOf(group),
  };
}

/** Of what has no title of somebody's. */
function titleOfOurs(
  locale: Locale,
  first: NoticeGroup["first"],
): Pick<NoticeWords, "title" | "lang"> | null {
  if (isModeration(first))
    return { title: translator(locale, "notifications")("mail.number", numberIn(first)), lang: locale };
  return first.type === "copy" ? { title: translator(locale, "ownData")("title"), lang: locale } : null;
}

/** Several replies are read from the first of them on. */
function hrefOf({ first, oldestReplyId }: NoticeGroup): string {
  const { topic, announcement } = first;
  if (isModeration(first)) return moderationHref(first);
  if (first.type === "copy") return dataSettingsPath;
  if (first.type === "announcement" && announcement) return announcementPath(announcement);
  if (!topic) return announcement ? announcementPath(announcement) : "/";
  return oldestReplyId ? replyPath(topic.number, oldestReplyId) : topicPath(topic);
}

function saidOf(locale: Locale, { first, names, ids }: NoticeGroup): string {
  const t = translator(locale, "notifications");
  const { type, data } = first;
  const name = names[0] ?? t("somebody");
  const count = ids.length;
  switch (type) {
    case "reply":
      if (names.length > 1) return t("said.repliesOfSeveral", { name, others: names.length - 1, count });
      return count > 1 ? t("said.replies", { name, count }) : t("said.reply", { name });
    case "official":
      if (data.edited) return t("said.officialEdited", { name });
      return [
        typeof data.status === "string"
          ? t("said.officialWithStatus", { name, status: statusText(locale, data.status) })
          : t("said.official", { name }),
        promiseSaid(locale, data),
      ]
        .filter(Boolean)
        .join(t("said.between"));
    case "status":
      return t("said.status", { status: statusText(locale, String(data.to)) });
    case "solution":
      return data.own ? t("said.ownSolution", { name }) : t("said.solution", { name });
    case "announcement":
      return t("said.announcement", { count: Array.isArray(data.topicIds) ? data.topicIds.length : 0 });
    case "moderation":
      return moderationSaid(locale, data);
    case "report":
      return t(data.what === "upheld" ? "said.report.upheld" : "said.report.refused");
    case "merged":
    case "known-issue-solved":
      return t(`said.${type}`);
    case "mention":
    case "vote-on-behalf":
    case "assigned":
      return t(`said.${type}`, { name });
    case "copy":
      return t("said.copy", { day: writeCalendarDay(String(data.until).slice(0, 10), locale) });
  }
}

function isModeration({ type }: NoticeGroup["first"]): boolean {
  return type === "moderation" || type === "report";
}

/** Public number of the topic, where the notice names only that. */
export function numberIn({ topic, data }: Pick<NoticeGroup["first"], "topic" | "data">): { number: string } {
  const number = topic?.number ?? data.number;
  return { number: typeof number === "number" ? String(number) : "" };
}

/** What is there for its author is read in its place, what is away where the reason stands. */
function moderationHref({ type, data }: NoticeGroup["first"]): string {
  const [number, replyId] = [Number(data.number), Number(data.replyId)];
  if (type === "report") return ownFlagsPath();
  if (data.what === "removed" || data.what === "confirmed") return appealPath(Number(data.decisionId));
  return replyId ? replyPath(number, replyId) : topicPath({ number, slug: "" });
}

function moderationSaid(locale: Locale, { what, reason }: Record<string, unknown>): string {
  const t = translator(locale, "notifications");
  const r = translator(locale, "moderation");
  switch (what) {
    case "removed":
      return t("said.moderation.removed", { reason: isFlagReason(reason) ? r(`reason.${reason}`) : "" });
    case "approved":
    case "restored":
    case "confirmed":
      return t(`said.moderation.${what}`);
    default:
      return t("said.moderation.hidden");
  }
}

/** What the act did to a promise of the team's; empty when nothing. */
function promiseSaid(locale: Locale, { promise, dueOn }: Record<string, unknown>): string {
  const t = translator(locale, "notifications");
  const day = typeof dueOn === "string" ? writeCalendarDay(dueOn, locale) : null;
  switch (promise) {
    case "make":
      return day ? t("said.promise.make", { day }) : t("said.promise.undated");
    case "move":
      return t("said.promise.move", { day: day ?? "" });
    case "keep":
    case "withdraw":
      return t(`said.promise.${promise}`);
    default:
      return "";
  }
}
