import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "../primitives/button-link";
import { Icon } from "../primitives/icon";
import { IconLink } from "../primitives/icon-link";
import { AccountMenu, type SignedInPerson } from "./account-menu";
import { LanguageButton, type LanguageChoice } from "./language-button";
import type { NavigationItem } from "./navigation-item";
import { NavigationMenu } from "./navigation-menu";
import { NotificationBell } from "./notification-bell";
import { TopBarSearch, type SearchBox } from "./top-bar-search";

export interface SiteBrand {
  name: string;
  /** "Community", "Staff desk". */
  kind?: string;
  homePath: string;
  /** The site's own mark; the built-in one stands where there is none. */
  markPath?: string | null;
}

export interface TopBarProps {
  site: SiteBrand;
  navigation: NavigationItem[];
  search: SearchBox;
  /** The other languages this page can be read in. */
  languages: LanguageChoice[];
  primaryAction?: { href: string; label: string };
  person?: SignedInPerson;
  signInPath: string;
  /** The staff desk: a blue edge, a wide page. */
  isDesk?: boolean;
}

export function TopBar(props: TopBarProps) {
  const { site, navigation, search, languages, primaryAction, person, signInPath, isDesk } = props;
  const t = useText("common");
  return (
    <header className="topbar" data-staff={isDesk || undefined}>
      <div className="wrap topbar-in">
        <a className="brand" href={site.homePath} aria-label={t("navigation.home", { site: site.name })}>
          {site.markPath ? <img src={site.markPath} alt="" width={28} height={28} /> : <Icon name="mark" />}
          <b>{site.name}</b>
          {site.kind && <span>{site.kind}</span>}
        </a>
        <nav className="nav" aria-label={t("navigation.main")}>
          {navigation.map((item) => (
            <a
              key={item.href}
              href={item.href}
              aria-current={item.isCurrent ? "page" : undefined}
              aria-label={item.count?.label}
            >
              {item.label}
              {item.count && <span className="n">{item.count.shown}</span>}
            </a>
          ))}
        </nav>
        {!search.isHidden && <TopBarSearch {...search} />}
        <div className="topbar-end">
          {languages.map((language) => (
            <LanguageButton key={language.lang} {...language} />
          ))}
          <IconLink className="only-compact" href={search.action} icon="search" label={t("search.submit")} />
          {person?.notifications && <NotificationBell {...person.notifications} />}
          {!person && (
            <ButtonLink kind="ghost" href={signInPath}>
              {t("navigation.signIn")}
            </ButtonLink>
          )}
          {primaryAction && <ButtonLink href={primaryAction.href}>{primaryAction.label}</ButtonLink>}
          {person && <AccountMenu {...person} />}
          <NavigationMenu items={navigation} languages={languages} signInPath={signInPath} account={person} />
        </div>
      </div>
    </header>
  );
}
