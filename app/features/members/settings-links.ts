import type { Translator } from "~/platform/i18n/translator";
import type { SideLink } from "~/ui/patterns/side-links";
import { dataSettingsPath, profileSettingsPath, securitySettingsPath, uploadsSettingsPath } from "./paths";

export function settingsLinks(
  t: Translator<"members">,
  current: "profile" | "security" | "uploads" | "notifications" | "data",
): SideLink[] {
  return [
    { href: profileSettingsPath, label: t("settings.profile"), isCurrent: current === "profile" },
    { href: securitySettingsPath, label: t("settings.security"), isCurrent: current === "security" },
    { href: uploadsSettingsPath, label: t("settings.uploads"), isCurrent: current === "uploads" },
    { href: "/keyboard", label: t("settings.keyboard") },
    {
      href: "/settings/notifications",
      label: t("settings.notifications"),
      isCurrent: current === "notifications",
    },
    { href: dataSettingsPath, label: t("settings.data"), isCurrent: current === "data" },
  ];
}
