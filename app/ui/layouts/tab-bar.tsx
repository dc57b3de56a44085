import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import type { NavigationItem } from "./navigation-item";

export function TabBar({ items }: { items: NavigationItem[] }) {
  const t = useText("common");
  return (
    <nav className="tabbar" aria-label={t("navigation.sections")}>
      {items.map((item) => (
        <a
          key={item.href}
          href={item.href}
          aria-current={item.isCurrent ? "page" : undefined}
          data-main={item.isMain || undefined}
        >
          <Icon name={item.icon} />
          <span>{item.label}</span>
        </a>
      ))}
    </nav>
  );
}
