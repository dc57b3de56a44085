import type { ClaimedMail, Composer, Composition } from "~/features/mailing/composing";
import type { MailItem } from "~/features/mailing/document";
import type { SystemContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { translator } from "~/platform/i18n/translator";
import { groupNotices } from "./grouping";
import { type MailedNotice, readTellable } from "./mailed-notices.server";
import { noticeMailKind } from "./mailing-notices.server";
import { isWanted } from "./notice";
import { notificationSettingsPath } from "./paths";
import { readChoices } from "./settings.server";
import { unsubscribeUrl } from "./unsubscribe-link.server";
import { numberIn, wordsOf } from "./wording";

const mostItems = 20;

/** Mails that tell one notice, or the replies of one topic that gathered. */
export const noticeMailComposer: Composer = {
  kind: noticeMailKind,
  isOptional: true,
  async compose(ctx, mails) {
    const ids = mails.map(({ id }) => id);
    const [notices, mailIds, choices, { name }] = await Promise.all([
      readTellable(ctx, { sql: `n."mailId" IN (${ids.map(() => "?").join(", ")})`, params: ids }),
      mailIdsOf(ctx, ids),
      readChoices(
        ctx,
        mails.map(({ recipient }) => recipient.memberId!),
      ),
      readSite(ctx),
    ]);
    return new Map(
      mails.map((mail) => {
        const { choices: chosen, isMailMuted } = choices.get(mail.recipient.memberId!)!;
        const told = notices.filter(
          ({ id, type }) => mailIds.get(id) === mail.id && isWanted(chosen, type, "mail"),
        );
        return [mail.id, isMailMuted ? { drop: "mail-muted" } : composeOne(ctx, mail, told, name)];
      }),
    );
  },
};

async function mailIdsOf({ db }: SystemContext, mailIds: number[]): Promise<Map<number, number>> {
  const rows = await db.notice.findMany({
    where: { mailId: { in: mailIds } },
    select: { id: true, mailId: true },
  });
  return new Map(rows.map(({ id, mailId }) => [id, mailId!]));
}

function composeOne(
  ctx: SystemContext,
  { recipient }: ClaimedMail,
  notices: MailedNotice[],
  siteName: string,
): Composition {
  const newest = notices.at(-1);
  if (!newest) return { drop: "nothing-to-tell" };
  const { locale, code } = recipient;
  const memberId = recipient.memberId!;
  const t = translator(locale, "notifications");
  const home = ctx.config.origin;
  const [group] = groupNotices(notices.toReversed());
  const words = wordsOf(locale, group!);
  const topic = newest.type === "announcement" ? null : newest.topic;
  const mayQuote = newest.type === "announcement" || newest.isFollowing;
  const about = mayQuote ? words.title : t("mail.number", numberIn(newest));
  // Of moderation the words hold nobody's name and nobody's text.
  const isPlain = newest.type === "moderation" || newest.type === "report";
  const said = mayQuote || isPlain ? words.said : saidToStrangers(locale, newest);
  const unsubscribe = unsubscribeUrl(
    ctx,
    topic ? { memberId, topicId: topic.id } : { memberId, type: newest.type },
  );
  return {
    document: {
      ...{ locale, siteName, home, code },
      subject: mayQuote ? t("mail.subject", { said, title: about }) : said,
      preview: said,
      heading: newest.type === "announcement" ? words.title : said,
      paragraphs: newest.type === "announcement" ? [said] : [],
      items: itemsOf(locale, home, notices, { about, mayQuote }).slice(0, mostItems),
      button: {
        label: t(newest.type === "announcement" ? "mail.readAnnouncement" : "mail.read"),
        href: home + words.href,
      },
      reason: t(`mail.reason.${newest.type}`, { site: siteName }),
      links: [
        { label: t(topic ? "mail.muteTopic" : "mail.noMore"), href: unsubscribe },
        { label: t("settings"), href: home + notificationSettingsPath },
      ],
    },
    ...(topic && { thread: `topic.${topic.number}` }),
    unsubscribe,
  };
}

/** Nobody's name and nobody's title: a mention must not be a way to write to somebody who did not ask for it. */
function saidToStrangers(locale: MailItem["lang"], { type }: MailedNotice): string {
  const t = translator(locale, "notifications");
  if (type === "mention") return t("mail.mentionedByStranger");
  if (type === "assigned") return t("mail.assigned");
  if (type === "vote-on-behalf") return t("mail.votedForYou");
  return type === "solution" ? t("mail.yourReplySolved") : t("said.known-issue-solved");
}

function itemsOf(
  locale: MailItem["lang"],
  home: string,
  notices: MailedNotice[],
  { about, mayQuote }: { about: string; mayQuote: boolean },
): MailItem[] {
  const t = translator(locale, "notifications");
  return notices.flatMap((notice): MailItem[] => {
    if (notice.type === "announcement")
      return notice.askedFor.map((topic) => ({
        said: t("mail.youAsked"),
        title: topic.title,
        lang: langOf(topic.language),
        href: home + topicPath(topic),
      }));
    const words = wordsOf(locale, groupNotices([notice])[0]!);
    const isQuoted = mayQuote && notice.text !== "";
    return [
      {
        ...(notices.length > 1 && { said: mayQuote ? words.said : t("mail.inTopic") }),
        title: about,
        lang: mayQuote ? words.lang : locale,
        href: home + words.href,
        ...(isQuoted && {
          quote: {
            text: notice.text,
            lang: langOf(notice.textLanguage),
            isOfficial: notice.isOfficial,
          },
        }),
      },
    ];
  });
}
