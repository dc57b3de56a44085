import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import type { NavigationItem } from "./navigation-item";

export interface AccountLinksProps {
  /** Own pages, settings, and the desk for staff. */
  links: NavigationItem[];
  signOutAction: string;
}

/** What belongs to the reader alone, ending with the way out. */
export function AccountLinks({ links, signOutAction }: AccountLinksProps) {
  const t = useText("common");
  return (
    <>
      {links.map((link) => (
        <a
          key={link.href}
          href={link.href}
          aria-current={link.isCurrent ? "page" : undefined}
          aria-label={link.count?.label}
        >
          <Icon name={link.icon} />
          {link.label}
          {link.count && <span className="n">{link.count.shown}</span>}
        </a>
      ))}
      <form method="post" action={signOutAction}>
        <button type="submit">
          <Icon name="sign-out" />
          {t("navigation.signOut")}
        </button>
      </form>
    </>
  );
}
