import type { ReactNode } from "react";

export interface ChoiceProps {
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  type?: "radio" | "checkbox";
  isChecked?: boolean;
  isRequired?: boolean;
}

/** One choice as a card: a name and a line of help. */
export function Choice({ name, value, label, hint, type = "radio", isChecked, isRequired }: ChoiceProps) {
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={isChecked} required={isRequired} />
      <b>{label}</b>
      {hint && <small>{hint}</small>}
    </label>
  );
}
