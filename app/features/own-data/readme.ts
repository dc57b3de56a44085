import { locales } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import type { OwnFile } from "./tables";

/** What is in the copy, in every language of the site: the one file somebody opens first. */
export function readmeOf(tables: readonly { file: OwnFile }[]): string {
  return locales
    .map((locale) => {
      const t = translator(locale, "ownData");
      return [
        `# ${t("readme.title")}`,
        t("readme.about"),
        t("readme.form"),
        ...tables.map(({ file }) => `- \`data/${file}.json\`: ${t(`files.${file}`)}`),
        `- \`files/\`: ${t("readme.files")}`,
        t("readme.missing"),
      ].join("\n\n");
    })
    .join("\n\n---\n\n")
    .replaceAll(/\n\n(?=- )/g, "\n")
    .concat("\n");
}
