import type { ClaimedMail, Composer, Composition } from "~/features/mailing/composing";
import type { MailItem } from "~/features/mailing/document";
import type { SystemContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { translator } from "~/platform/i18n/translator";
import { digestMailKind } from "./digests.server";
import { groupNotices } from "./grouping";
import { type MailedNotice, readTellable } from "./mailed-notices.server";
import { isWanted } from "./notice";
import { notificationSettingsPath, notificationsPath } from "./paths";
import { readChoices } from "./settings.server";
import { unsubscribeUrl } from "./unsubscribe-link.server";
import { wordsOf } from "./wording";

const mostItems = 30;

/** One mail a day or a week with what its member wanted to hear of that way and has not read yet. */
export const digestComposer: Composer = {
  kind: digestMailKind,
  isOptional: true,
  async compose(ctx, mails) {
    const composed = new Map<number, Composition>();
    for (const mail of mails) composed.set(mail.id, await composeOne(ctx, mail));
    return composed;
  },
};

async function composeOne(ctx: SystemContext, { data, recipient }: ClaimedMail): Promise<Composition> {
  const memberId = recipient.memberId!;
  const { since, until, digest } = data as { since: string; until: string; digest: "daily" | "weekly" };
  const [found, chosen, { name: siteName }] = await Promise.all([
    readTellable(ctx, {
      sql: `n."memberId" = ? AND n."isForDigest" = TRUE AND n."createdAt" > ? AND n."createdAt" <= ?`,
      params: [memberId, new Date(since), new Date(until)],
    }),
    readChoices(ctx, [memberId]),
    readSite(ctx),
  ]);
  const { choices, isMailMuted } = chosen.get(memberId)!;
  if (isMailMuted) return { drop: "mail-muted" };
  const notices = found.filter(({ type }) => isWanted(choices, type, "digest"));
  if (notices.length === 0) return { drop: "nothing-to-tell" };
  const { locale, code } = recipient;
  const t = translator(locale, "notifications");
  const home = ctx.config.origin;
  const unsubscribe = unsubscribeUrl(ctx, { memberId, digest: true });
  const groups = groupNotices(notices.toReversed());
  const subject = t(`mail.digest.${digest}`, { site: siteName, count: groups.length });
  return {
    document: {
      ...{ locale, siteName, home, code, subject },
      preview: subject,
      heading: subject,
      paragraphs: [],
      items: groups.slice(0, mostItems).map(({ ...group }): MailItem => {
        const notice = group.first as MailedNotice;
        const words = wordsOf(locale, group);
        // Of moderation the words hold nobody's name and nobody's text.
        const isPlain = notice.type === "moderation" || notice.type === "report";
        const mayName = notice.isFollowing || notice.type === "announcement" || isPlain;
        return {
          said: mayName ? words.said : t("mail.inTopic"),
          title: mayName ? words.title : t("mail.number", { number: String(notice.topic?.number ?? "") }),
          lang: mayName ? words.lang : locale,
          href: home + words.href,
        };
      }),
      button: { label: t("mail.digest.all"), href: home + notificationsPath },
      reason: t("mail.reason.digest", { site: siteName }),
      links: [
        { label: t("mail.noDigest"), href: unsubscribe },
        { label: t("settings"), href: home + notificationSettingsPath },
      ],
    },
    unsubscribe,
  };
}
