import type { ComponentPropsWithoutRef } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export interface IconLinkProps extends Omit<ComponentPropsWithoutRef<"a">, "children"> {
  href: string;
  icon: IconName;
  label: string;
  /** A small number on the corner; say it in the label too. */
  count?: string;
}

export function IconLink({ icon, label, count, className, ...rest }: IconLinkProps) {
  return (
    <a
      className={className ? `icon-btn ${className}` : "icon-btn"}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
      {count && (
        <span className="count" aria-hidden="true">
          {count}
        </span>
      )}
    </a>
  );
}
