import { isLocale, type Locale, locales } from "~/locales/locales";
import { readCookie } from "~/platform/http/cookies";

/** What the site offers its readers. */
export interface OfferedLanguages {
  languages: readonly Locale[];
  defaultLocale: Locale;
}

const everyLanguage: OfferedLanguages = { languages: locales, defaultLocale: locales[0] };

/** Language of the account, else of the cookie, else the one the browser likes best of those offered. */
export function chooseLocale(
  ofAccount: string | null | undefined,
  request: Request,
  { languages, defaultLocale }: OfferedLanguages = everyLanguage,
): Locale {
  const wanted = [
    ofAccount,
    readCookie(request, "locale"),
    ...asked(request.headers.get("accept-language") ?? ""),
  ];
  return (
    wanted.find((locale): locale is Locale => isLocale(locale) && languages.includes(locale)) ?? defaultLocale
  );
}

/** Ours among the languages of an Accept-Language header, best first. Every kind of Chinese reads zh-CN for now. */
function asked(header: string): Locale[] {
  return header
    .slice(0, 500)
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { locale: localeOf(tag), weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter((range): range is { locale: Locale; weight: number } => range.locale !== null && range.weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ locale }) => locale);
}

function localeOf(tag: string): Locale | null {
  const [language] = tag.split("-");
  return language === "zh" ? "zh-CN" : language === "en" ? "en" : null;
}
