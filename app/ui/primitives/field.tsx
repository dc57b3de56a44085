import type { ReactNode } from "react";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { FieldError } from "./field-error";
import { writeNumber } from "./number";

/** What a control inside a field must carry so that its label, hint and error belong to it. */
export interface FieldControl {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

export interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence that names the limit and the way out. */
  error?: string | null;
  /** Said under the control and kept true while somebody writes. */
  characters?: { used: number; limit: number };
  isOptional?: boolean;
  isLabelHidden?: boolean;
  children: (control: FieldControl) => ReactNode;
}

export function Field({
  id,
  label,
  hint,
  error,
  characters,
  isOptional,
  isLabelHidden,
  children,
}: FieldProps) {
  const t = useText("common");
  const locale = useLocale();
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : undefined}>
        {label} {isOptional && <span className="opt">{t("field.optional")}</span>}
      </label>
      {children(controlOf({ id, hint: Boolean(hint), error: Boolean(error) }))}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {characters && (
        <span
          className="hint"
          data-characters-of={id}
          data-text={t("field.characters", { used: "{used}", limit: characters.limit })}
        >
          {t("field.characters", { used: writeNumber(locale, characters.used), limit: characters.limit })}
        </span>
      )}
    </div>
  );
}

/** The error comes before the hint, because it is what the person needs to hear first. */
export function controlOf({ id, hint, error }: { id: string; hint: boolean; error: boolean }): FieldControl {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    id,
    ...(described && { "aria-describedby": described }),
    ...(error && { "aria-invalid": true as const }),
  };
}
