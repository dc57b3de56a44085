import type { ComponentPropsWithoutRef } from "react";

export interface TextAreaProps extends ComponentPropsWithoutRef<"textarea"> {
  name: string;
}

export function TextArea({ rows = 4, className, ...rest }: TextAreaProps) {
  return <textarea className={className ? `textarea ${className}` : "textarea"} rows={rows} {...rest} />;
}
