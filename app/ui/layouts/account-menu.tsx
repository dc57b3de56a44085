import { useText } from "~/platform/i18n/use-text";
import { Avatar } from "../primitives/avatar";
import { Menu } from "../primitives/menu";
import { AccountLinks, type AccountLinksProps } from "./account-links";
import type { NotificationBellProps } from "./notification-bell";

export interface SignedInPerson extends AccountLinksProps {
  name: string;
  isStaff?: boolean;
  picture?: string | null;
  /** Left out where the site has no notices. */
  notifications?: NotificationBellProps;
}

export function AccountMenu({ name, isStaff, picture, links, signOutAction }: SignedInPerson) {
  const t = useText("common");
  const label = isStaff ? t("navigation.staffAccount", { name }) : t("navigation.account", { name });
  return (
    <Menu
      className="me"
      label={label}
      summaryClassName="icon-btn"
      summary={<Avatar name={name} isStaff={isStaff} picture={picture} />}
    >
      <AccountLinks links={links} signOutAction={signOutAction} />
    </Menu>
  );
}
