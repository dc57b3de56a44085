import { useLocale, useText } from "~/platform/i18n/use-text";
import { IconLink } from "../primitives/icon-link";
import { writeShortNumber } from "../primitives/number";

export interface NotificationBellProps {
  href: string;
  unread: number;
}

export function NotificationBell({ href, unread }: NotificationBellProps) {
  const t = useText("common");
  const locale = useLocale();
  return (
    <IconLink
      href={href}
      icon="bell"
      data-bell
      label={t("navigation.notifications", { count: unread })}
      count={unread > 0 ? writeShortNumber(locale, unread) : undefined}
    />
  );
}
