import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import { Menu } from "../primitives/menu";
import { AccountLinks, type AccountLinksProps } from "./account-links";
import { LanguageButton, type LanguageChoice } from "./language-button";
import type { NavigationItem } from "./navigation-item";

export interface NavigationMenuProps {
  items: NavigationItem[];
  languages: LanguageChoice[];
  signInPath: string;
  /** Whoever is signed in: the reader's own links follow, since a phone's header has no room for a menu of their own. */
  account?: AccountLinksProps;
}

/** Where the header has no room for words, one menu holds them all. */
export function NavigationMenu({ items, languages, signInPath, account }: NavigationMenuProps) {
  const t = useText("common");
  return (
    <Menu
      className="only-narrow"
      label={t("navigation.menu")}
      summaryClassName="icon-btn"
      summary={<Icon name="menu" />}
    >
      <nav aria-label={t("navigation.menu")}>
        {items.map((item) => (
          <a
            key={item.href}
            href={item.href}
            aria-current={item.isCurrent ? "page" : undefined}
            aria-label={item.count?.label}
          >
            <Icon name={item.icon} />
            {item.label}
            {item.count && <span className="n">{item.count.shown}</span>}
          </a>
        ))}
        {!account && (
          <a href={signInPath}>
            <Icon name="sign-in" />
            {t("navigation.signIn")}
          </a>
        )}
        {languages.map((language) => (
          <LanguageButton key={language.lang} {...language} icon="globe" />
        ))}
      </nav>
      {account && (
        <div className="menu-part">
          <AccountLinks links={account.links} signOutAction={account.signOutAction} />
        </div>
      )}
    </Menu>
  );
}
