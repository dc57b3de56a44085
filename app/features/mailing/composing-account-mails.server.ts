import { readSite } from "~/features/site/settings.server";
import { securitySettingsPath } from "~/features/members/paths";
import type { SystemContext } from "~/features/members/context";
import { translator } from "~/platform/i18n/translator";
import { type AccountMailType, accountMailTypes } from "./account-mail";
import { accountMailKind } from "./account-mails.server";
import type { ClaimedMail, Composer, Composition } from "./composing";

const minutesInHour = 60;
// After these something has changed that only the owner should have changed.
const told: readonly AccountMailType[] = [
  "address-changed",
  "name-changed",
  "password-changed",
  "second-factor-on",
  "second-factor-off",
  "recovery-codes-made",
  "passkey-added",
  "passkey-removed",
  "identity-linked",
  "identity-removed",
  "new-sign-in",
  "copy-ready",
  "deletion-planned",
  "deletion-stopped",
];

/** Mails about accounts: fixed sentences, the site's name and a link. Not a word of theirs comes from anybody else. */
export const accountMailComposer: Composer = {
  kind: accountMailKind,
  isOptional: false,
  async compose(ctx, mails) {
    const { name } = await readSite(ctx);
    return new Map(mails.map((mail) => [mail.id, composeOne(ctx, mail, name)]));
  },
};

function composeOne(ctx: SystemContext, { data, recipient }: ClaimedMail, siteName: string): Composition {
  const { type, path, validMinutes, expiresAt } = data as {
    type: AccountMailType;
    path?: string;
    validMinutes?: number;
    expiresAt?: string;
  };
  if (!accountMailTypes.includes(type)) return { drop: "type-unknown" };
  if (expiresAt && new Date(expiresAt) <= ctx.clock.now()) return { drop: "expired" };
  const { locale, code, memberId } = recipient;
  const t = translator(locale, "mails");
  const home = ctx.config.origin;
  const subject = t(`account.${type}.subject`);
  const label = t(`account.${type}.button`);
  const valid = !validMinutes
    ? []
    : validMinutes % minutesInHour === 0
      ? [t("account.validHours", { hours: validMinutes / minutesInHour })]
      : [t("account.valid", { minutes: validMinutes })];
  const isTold = told.includes(type);
  return {
    document: {
      ...{ locale, siteName, home, subject, code },
      preview: t(`account.${type}.text`),
      heading: subject,
      paragraphs: [t(`account.${type}.text`)],
      ...(path && label && { button: { label, href: home + path } }),
      notes: isTold ? [t("account.notYou")] : valid,
      reason: t(memberId === null ? "account.reasonNoAccount" : "account.reason", { site: siteName }),
      links: isTold ? [{ label: t("account.security"), href: home + securitySettingsPath }] : [],
    },
  };
}
