import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { FieldError } from "../primitives/field-error";
import { Icon } from "../primitives/icon";
import { AddFiles } from "./add-files";
import { type ComposerFilesProps, namesOf } from "./composer-files";
import { FileList } from "./file-list";
import { useFileTexts } from "./file-texts";

export interface FileDropProps extends ComposerFilesProps {
  label: string;
  /** What is taken and how large. */
  hint?: ReactNode;
}

/** A place to drop files in a form with fields. The whole box is the file input. */
export function FileDrop(props: FileDropProps) {
  const { id, name, label, hint, limits, kept = [], change, error } = props;
  const t = useText("common");
  const texts = useFileTexts(limits);
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="field" data-files {...texts}>
      <span className="label" id={`${id}-label`}>
        {label}
      </span>
      <label className="drop">
        <Icon name="upload" />
        <span>
          <b>{t("files.choose")}</b> {t("files.orDrop")}
        </span>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        <input
          id={id}
          type="file"
          name={name}
          accept={limits.accept}
          multiple={limits.maxCount + (limits.maxVideos ?? 0) > 1}
          aria-labelledby={`${id}-label`}
          aria-describedby={described || undefined}
        />
      </label>
      {change && <AddFiles name={change.name} value={change.addValue} isInFields />}
      <FileList files={kept} {...namesOf(props)} />
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
