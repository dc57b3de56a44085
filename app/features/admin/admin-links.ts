import { adminHoldingPath } from "~/features/holding/paths";
import { adminModerationPath } from "~/features/moderation/paths";
import { savedRepliesPath } from "~/features/saved-replies/paths";
import { adminPath, samplePath } from "~/features/site/paths";
import type { Translator } from "~/platform/i18n/translator";
import type { SideLink } from "~/ui/patterns/side-links";
import {
  adminAuditPath,
  adminSuggestionsPath,
  adminAreasPath,
  adminMailsPath,
  adminPolicyReportsPath,
  adminResponsePath,
} from "./paths";

export function adminLinks(
  t: Translator<"admin">,
  current:
    | "site"
    | "areas"
    | "suggestions"
    | "response"
    | "holding"
    | "moderation"
    | "saved-replies"
    | "mails"
    | "audit"
    | "policy-reports"
    | "sample",
): SideLink[] {
  return [
    { href: adminPath, label: t("site.title"), isCurrent: current === "site" },
    { href: adminAreasPath, label: t("areas.title"), isCurrent: current === "areas" },
    {
      href: adminSuggestionsPath,
      label: t("suggestions.title"),
      isCurrent: current === "suggestions",
    },
    { href: adminResponsePath, label: t("response.title"), isCurrent: current === "response" },
    { href: adminHoldingPath, label: t("holding.title"), isCurrent: current === "holding" },
    { href: adminModerationPath, label: t("moderation"), isCurrent: current === "moderation" },
    { href: savedRepliesPath, label: t("savedReplies.title"), isCurrent: current === "saved-replies" },
    { href: adminMailsPath, label: t("mails.title"), isCurrent: current === "mails" },
    {
      href: adminPolicyReportsPath,
      label: t("policyReports.title"),
      isCurrent: current === "policy-reports",
    },
    { href: adminAuditPath(), label: t("audit"), isCurrent: current === "audit" },
    { href: samplePath, label: t("sample.title"), isCurrent: current === "sample" },
  ];
}
