import type { ComponentPropsWithoutRef } from "react";

export interface TextInputProps extends ComponentPropsWithoutRef<"input"> {
  name: string;
  /** For codes, hashes and addresses. */
  isMono?: boolean;
}

export function TextInput({ isMono, type = "text", className, ...rest }: TextInputProps) {
  const names = ["input", isMono && "mono", className].filter(Boolean).join(" ");
  return <input className={names} type={type} {...rest} />;
}
