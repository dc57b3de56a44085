import { languagePath } from "~/features/members/paths";
import { translator } from "~/platform/i18n/translator";
import type { LanguageChoice } from "~/ui/layouts/language-button";
import type { RootData } from "./root-data";

/** The other languages this page can be read in, each named in itself. */
export function languageChoices({
  locale,
  path,
  site,
}: Pick<RootData, "locale" | "path" | "site">): LanguageChoice[] {
  return site.languages
    .filter((other) => other !== locale)
    .map((other) => ({
      action: languagePath,
      backTo: path,
      label: translator(other, "site")(`languageNames.${other}`),
      lang: other,
    }));
}
