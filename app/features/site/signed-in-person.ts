import type { Actor } from "~/features/members/context";
import { memberPath, myPath, profileSettingsPath, securitySettingsPath } from "~/features/members/paths";
import { isAdmin, isStaff } from "~/features/members/role";
import type { Translator } from "~/platform/i18n/translator";
import type { SignedInPerson } from "~/ui/layouts/account-menu";
import { adminPath } from "./paths";

export function personOf(
  t: Translator<"site">,
  { actor, unread }: { actor: Actor; unread: number },
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
      ...(isAdmin(actor) ? [{ href: adminPath, label: t("account.admin"), icon: "shield" as const }] : []),
    ],
  };
}
