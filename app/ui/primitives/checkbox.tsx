import type { ComponentPropsWithoutRef, ReactNode } from "react";

export interface CheckboxProps extends Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** A box with its words; the whole line can be pressed. */
export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
