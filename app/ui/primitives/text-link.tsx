import type { ComponentPropsWithoutRef } from "react";

export function TextLink({ className, ...rest }: ComponentPropsWithoutRef<"a"> & { href: string }) {
  return <a className={className ? `text-link ${className}` : "text-link"} {...rest} />;
}
