import type { Actor } from "~/features/members/context";
import { memberPath, myPath, profileSettingsPath, securitySettingsPath } from "~/features/members/paths";
import { isAdmin, isModerator, isStaff } from "~/features/members/role";
import { type Translator, translator } from "~/platform/i18n/translator";
import type { SignedInPerson } from "~/ui/layouts/account-menu";
import type { NavigationItem } from "~/ui/layouts/navigation-item";
import { writeWaiting } from "./navigation";
import { adminPath, moderationPath, suspendedPath } from "./paths";
import type { RootData } from "./root-data";

type PersonFacts = Pick<RootData, "unread" | "toDecide" | "locale" | "path"> & { actor: Actor };

export function personOf(
  t: Translator<"site">,
  { actor, unread, toDecide, locale, path }: PersonFacts,
  signOutPath: string,
): SignedInPerson {
  return {
    name: actor.displayName,
    isStaff: isStaff(actor),
    signOutAction: signOutPath,
    notifications: { href: "/notifications", unread },
    links: [
      { href: myPath, label: t("account.me"), icon: "bookmark" },
      { href: memberPath(actor), label: t("account.profile"), icon: "user" },
      { href: profileSettingsPath, label: t("account.settings"), icon: "sliders" },
      { href: securitySettingsPath, label: t("account.security"), icon: "lock" },
      ...(isModerator(actor) ? moderatorLinks({ toDecide, locale, path }) : []),
      ...(isAdmin(actor) ? [{ href: adminPath, label: t("account.admin"), icon: "shield" as const }] : []),
    ],
  };
}

/** For moderators alone: where they decide, with how much waits, and whom they have kept out. */
function moderatorLinks({
  toDecide,
  locale,
  path,
}: Pick<RootData, "toDecide" | "locale" | "path">): NavigationItem[] {
  const t = translator(locale, "moderation");
  const waiting = toDecide ?? 0;
  const isAt = (href: string) => path === href || path.startsWith(`${href}?`);
  return [
    {
      href: moderationPath,
      label: t("queue.title"),
      icon: "scale",
      isCurrent: isAt(moderationPath),
      count: writeWaiting(translator(locale, "inbox"), waiting, t("navigation", { count: waiting })),
    },
    {
      href: suspendedPath,
      label: translator(locale, "suspensions")("list.title"),
      icon: "ban",
      isCurrent: isAt(suspendedPath),
    },
  ];
}
