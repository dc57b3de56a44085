import type { NameRules } from "~/features/members/reserved-names";
import type { SiteSettings } from "./site";

/** What names may not say on this site. */
export function nameRulesOf({ name, reservedWords }: SiteSettings): NameRules {
  return { siteName: name, reservedWords };
}
