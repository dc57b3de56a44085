import type { ComponentPropsWithoutRef } from "react";
import { type ButtonLook, buttonMarks } from "./button";
import { Icon } from "./icon";

export interface ButtonLinkProps extends ButtonLook, Omit<ComponentPropsWithoutRef<"a">, "children"> {
  href: string;
}

/** A link that leads somewhere with the weight of a button. Never for a change: that is a form. */
export function ButtonLink({ kind, size, icon, children, className, ...rest }: ButtonLinkProps) {
  return (
    <a className={className ? `btn ${className}` : "btn"} {...buttonMarks({ kind, size })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
