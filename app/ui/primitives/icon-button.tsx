import type { ComponentPropsWithoutRef } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export interface IconButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "children"> {
  icon: IconName;
  /** What it does, for ears and as a tooltip. */
  label: string;
}

export function IconButton({ icon, label, type = "button", className, ...rest }: IconButtonProps) {
  return (
    <button
      className={className ? `icon-btn ${className}` : "icon-btn"}
      type={type}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
