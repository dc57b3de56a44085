import { announcementPath } from "~/features/changelog/paths";
import { publicAnnouncements } from "~/features/changelog/visibility";
import type { ClaimedMail, Composer, Composition } from "~/features/mailing/composing";
import type { SystemContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { langOf } from "~/features/topics/language";
import { translator } from "~/platform/i18n/translator";
import { entryMailKind } from "./mailing-entries.server";
import { confirmableHours, confirmMailKind } from "./subscribing.server";
import { stopUrl } from "./unsubscribing.server";

/** The mail that asks whether the address wants it: fixed sentences, so that nobody writes to strangers through the form. */
export const confirmMailComposer: Composer = {
  kind: confirmMailKind,
  isOptional: false,
  async compose(ctx, mails) {
    const { name } = await readSite(ctx);
    return new Map(mails.map((mail) => [mail.id, confirmation(ctx, mail, name)]));
  },
};

function confirmation(ctx: SystemContext, { data, recipient }: ClaimedMail, siteName: string): Composition {
  const { path, expiresAt } = data as { path: string; expiresAt: string };
  if (new Date(expiresAt) <= ctx.clock.now()) return { drop: "expired" };
  const { locale } = recipient;
  const t = translator(locale, "subscriptions");
  const account = translator(locale, "mails");
  const home = ctx.config.origin;
  return {
    document: {
      ...{ locale, siteName, home, code: null },
      subject: t("confirmMail.subject", { site: siteName }),
      preview: t("confirmMail.text"),
      heading: t("confirmMail.subject", { site: siteName }),
      paragraphs: [t("confirmMail.text")],
      button: { label: t("confirmMail.button"), href: home + path },
      notes: [account("account.validHours", { hours: confirmableHours })],
      reason: account("account.reasonNoAccount", { site: siteName }),
      links: [],
    },
  };
}

interface Entry {
  id: number;
  slug: string;
  title: string;
  release: string;
  excerpt: string;
  language: string;
}

/** An entry as a mail, if it is still public and the address still wants it. */
export const entryMailComposer: Composer = {
  kind: entryMailKind,
  isOptional: true,
  async compose(ctx, mails) {
    const wanted = mails.map(({ data }) => data as { announcementId: number; subscriberId: number });
    const [{ name }, entries, subscribers] = await Promise.all([
      readSite(ctx),
      entriesBy(
        ctx,
        wanted.map(({ announcementId }) => announcementId),
      ),
      ctx.db.changelogSubscriber.findMany({
        where: { id: { in: wanted.map(({ subscriberId }) => subscriberId) } },
        select: { id: true },
      }),
    ]);
    const subscribed = new Set(subscribers.map(({ id }) => id));
    return new Map(
      mails.map((mail, index) => {
        const { announcementId, subscriberId } = wanted[index]!;
        const entry = entries.get(announcementId);
        if (!entry) return [mail.id, { drop: "nothing-to-tell" }];
        if (!subscribed.has(subscriberId)) return [mail.id, { drop: "unsubscribed" }];
        return [mail.id, entryMail(ctx, mail, { entry, subscriberId, siteName: name })];
      }),
    );
  },
};

async function entriesBy({ rows }: SystemContext, ids: number[]): Promise<Map<number, Entry>> {
  const found = await rows<Entry>(
    `SELECT a."id", a."slug", a."title", a."release", a."excerpt", a."language" FROM "Announcement" a
     WHERE a."id" IN (${ids.map(() => "?").join(", ")}) AND ${publicAnnouncements()}`,
    ids,
  );
  return new Map(found.map((entry) => [entry.id, entry]));
}

function entryMail(
  ctx: SystemContext,
  { recipient: { locale } }: ClaimedMail,
  { entry, subscriberId, siteName }: { entry: Entry; subscriberId: number; siteName: string },
): Composition {
  const t = translator(locale, "subscriptions");
  const home = ctx.config.origin;
  const { title, release, excerpt, language } = entry;
  const named = release && !title.includes(release) ? `${release} ${title}` : title;
  const href = home + announcementPath(entry);
  const unsubscribe = stopUrl(ctx, subscriberId);
  return {
    document: {
      ...{ locale, siteName, home, code: null },
      subject: named,
      preview: excerpt,
      heading: t("entryMail.heading"),
      paragraphs: [],
      items: [
        {
          title: named,
          lang: langOf(language),
          href,
          ...(excerpt && { quote: { text: excerpt, lang: langOf(language), isOfficial: true } }),
        },
      ],
      button: { label: t("entryMail.read"), href },
      reason: t("entryMail.reason", { site: siteName }),
      links: [{ label: t("entryMail.stop"), href: unsubscribe }],
    },
    unsubscribe,
  };
}
