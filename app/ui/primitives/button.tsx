import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export type ButtonKind = "plain" | "primary" | "ghost" | "danger" | "official";

export interface ButtonLook {
  /** One primary per form. Official belongs to the team's own voice alone. */
  kind?: ButtonKind;
  size?: "m" | "l";
  icon?: IconName;
  children?: ReactNode;
}

export interface ButtonProps extends ButtonLook, Omit<ComponentPropsWithoutRef<"button">, "children"> {
  isPressed?: boolean;
  isBusy?: boolean;
  /** For a label with a name in it that somebody chose: it may be longer than a phone is wide. */
  wraps?: boolean;
}

export function Button({
  kind,
  size,
  icon,
  children,
  isPressed,
  isBusy,
  wraps,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      className={className ? `btn ${className}` : "btn"}
      {...buttonMarks({ kind, size })}
      aria-pressed={isPressed}
      aria-busy={isBusy || undefined}
      data-wraps={wraps || undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** The attributes that give a button, or a link that looks like one, its kind and size. */
export function buttonMarks({ kind, size }: ButtonLook) {
  return {
    "data-kind": kind === "plain" ? undefined : kind,
    "data-size": size === "m" ? undefined : size,
  };
}
