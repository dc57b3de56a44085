import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { FieldError } from "../primitives/field-error";
import { controlOf } from "../primitives/field";
import { Icon } from "../primitives/icon";
import { ComposerBar } from "./composer-bar";
import { ComposerPreview } from "./composer-preview";
import { ComposerFiles, type ComposerFilesProps } from "./composer-files";

export interface ComposerProps {
  /** Id of the textarea; other ids grow from it. */
  id: string;
  label: string;
  name?: string;
  placeholder?: string;
  value?: string;
  rows?: number;
  maxLength?: number;
  isRequired?: boolean;
  error?: string | null;
  /** Sealed replies are written in the team's serif. */
  isOfficial?: boolean;
  files?: ComposerFilesProps;
  /** `name` and `value` of the button that asks the form's route for a preview. */
  previewButton?: { name: string; value: string };
  /** The rendered text, when a preview was asked for. */
  preview?: ReactNode;
  /** Address that answers `?q=` with the people who may be named after an "@". */
  mentionsUrl?: string;
  /** In the foot, before the buttons. The promise about recovery phrases unless something else is said. */
  note?: ReactNode;
  /** Buttons. */
  children: ReactNode;
}

/** Where people write. It lives inside a form of the feature's own, and works as a plain textarea. */
export function Composer(props: ComposerProps) {
  const { id, label, name = "body", placeholder, value, rows = 5, maxLength, isRequired } = props;
  const t = useText("common");
  const control = controlOf({ id, hint: false, error: Boolean(props.error) });
  return (
    <div className={props.isOfficial ? "composer official-box" : "composer"} data-composer>
      <ComposerBar controlId={id} fileInputId={props.files?.id} previewButton={props.previewButton} />
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <textarea
        {...control}
        name={name}
        placeholder={placeholder}
        defaultValue={value}
        rows={rows}
        maxLength={maxLength}
        required={isRequired}
        data-markdown-field
        data-mentions={props.mentionsUrl}
        data-mentions-label={props.mentionsUrl && t("composer.mentions")}
        autoComplete={props.mentionsUrl && "off"}
      />
      {props.error && <FieldError id={`${id}-error`}>{props.error}</FieldError>}
      {props.previewButton && <ComposerPreview>{props.preview}</ComposerPreview>}
      {props.files && <ComposerFiles {...props.files} />}
      <div className="composer-foot">
        <p>
          {props.note ?? (
            <>
              <Icon name="lock" />
              <span>{t("composer.guard")}</span>
            </>
          )}
        </p>
        {props.children}
      </div>
    </div>
  );
}
