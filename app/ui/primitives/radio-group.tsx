import type { ReactNode } from "react";
import { Choice } from "./choice";
import { FieldError } from "./field-error";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

export interface RadioGroupProps {
  id: string;
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  value?: string;
  error?: string | null;
  isRequired?: boolean;
}

export function RadioGroup({ id, name, legend, options, value, error, isRequired }: RadioGroupProps) {
  return (
    <fieldset className="field" id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      <div className="stack" data-gap="2">
        {options.map((option) => (
          <Choice
            key={option.value}
            name={name}
            {...option}
            isChecked={option.value === value}
            isRequired={isRequired}
          />
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
