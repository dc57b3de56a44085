import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import { LanguageButton, type LanguageChoice } from "./language-button";
import { ThemeSwitch, type ThemeSwitchProps } from "./theme-switch";

export interface PageFooterProps {
  /** One sentence: whose community this is and what it promises. */
  sentence: string;
  /** One of them leads to the page about keys, which the script shows over any page. */
  links: { href: string; label: string; hasKeyHelp?: boolean }[];
  languages: LanguageChoice[];
  appearance: ThemeSwitchProps;
}

export function PageFooter({ sentence, links, languages, appearance }: PageFooterProps) {
  const t = useText("common");
  return (
    <footer className="foot">
      <div className="wrap foot-in">
        <p className="foot-brand">
          <Icon name="mark" />
          <span>{sentence}</span>
        </p>
        <nav aria-label={t("navigation.footer")}>
          {links.map((link) => (
            <a key={link.href} href={link.href} data-key-help={link.hasKeyHelp || undefined}>
              {link.label}
            </a>
          ))}
          {languages.map((language) => (
            <LanguageButton key={language.lang} {...language} />
          ))}
        </nav>
        <ThemeSwitch {...appearance} />
      </div>
    </footer>
  );
}
