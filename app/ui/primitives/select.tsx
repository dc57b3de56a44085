import type { ComponentPropsWithoutRef } from "react";

export interface SelectOption {
  value: string;
  label: string;
  lang?: string;
  isDisabled?: boolean;
}

export interface SelectProps extends Omit<ComponentPropsWithoutRef<"select">, "children"> {
  name: string;
  options: readonly SelectOption[];
}

export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <select className={className ? `select ${className}` : "select"} {...rest}>
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.lang} disabled={option.isDisabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
