import { useText } from "~/platform/i18n/use-text";

export interface Reference {
  /** HB-7F3K-21 */
  code: string;
  /** Where the code can be checked. */
  href: string;
}

export function LetterReference({ code, href, isSpoken }: Reference & { isSpoken?: boolean }) {
  const t = useText("common");
  const words = t("official.check", { reference: code });
  return (
    <a href={href} aria-label={isSpoken ? undefined : words}>
      {isSpoken ? words : code}
    </a>
  );
}
