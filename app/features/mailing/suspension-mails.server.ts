import { isLocale } from "~/locales/locales";
import type { Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import { translator } from "~/platform/i18n/translator";
import type { Composer } from "./composing";
import { queueMail } from "./queueing.server";

export const suspensionMailKind = "suspension";

interface SuspensionMail {
  to: { email: string | null; locale: string | null };
  type: "suspended" | "suspension-ended";
  /** A word of auth/suspension. */
  reason?: string;
  untilAt?: Date | null;
}

/** To the address itself: a suspended account gets no other mail. Facts only, no word of whoever did it. */
export async function sendSuspensionMail(
  tx: Tx,
  { to, type, reason, untilAt }: SuspensionMail,
): Promise<void> {
  if (!to.email) return;
  await queueMail(tx, {
    kind: suspensionMailKind,
    address: to.email,
    ...(isLocale(to.locale) && { locale: to.locale }),
    data: { type, ...(reason && { reason }), ...(untilAt && { until: untilAt.getTime() }) },
    isUrgent: true,
  });
}

export const suspensionMailComposer: Composer = {
  kind: suspensionMailKind,
  isOptional: false,
  async compose(ctx, mails) {
    const { name: siteName } = await readSite(ctx);
    return new Map(
      mails.map(({ id, data, recipient }) => {
        const { type, reason = "other", until } = data as { type: string; reason?: string; until?: number };
        const { locale, code } = recipient;
        const t = translator(locale, "mails");
        const home = ctx.config.origin;
        const isBegun = type === "suspended";
        const subject = t(isBegun ? "suspension.begun" : "suspension.ended", { site: siteName });
        const paragraphs = isBegun
          ? [
              t("suspension.why", { reason }),
              until ? t("suspension.until", { until }) : t("suspension.forGood"),
              t("suspension.appeal"),
            ]
          : [t("suspension.back")];
        return [
          id,
          {
            document: {
              ...{ locale, siteName, home, subject, code },
              preview: paragraphs[0]!,
              heading: subject,
              paragraphs,
              notes: [],
              reason: t("account.reason", { site: siteName }),
              links: [],
            },
          },
        ];
      }),
    );
  },
};
