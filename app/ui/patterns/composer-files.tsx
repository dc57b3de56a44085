import { useText } from "~/platform/i18n/use-text";
import { AddFiles } from "./add-files";
import { FieldError } from "../primitives/field-error";
import { FileList } from "./file-list";
import { type FileLimits, useFileTexts } from "./file-texts";
import type { KeptFile } from "./kept-file-row";

export interface ComposerFilesProps {
  id: string;
  name: string;
  limits: FileLimits;
  /** Name of the field that takes each picture's description, in the order of the files. */
  describeName?: string;
  /** Files the server already holds for this text. */
  kept?: readonly KeptFile[];
  /** Name under which a kept file's id is sent to keep it. */
  keepName?: string;
  /** Name under which a kept file's id is sent to take it out. */
  removeName?: string;
  /** Name of the description of a kept file, with `{id}` in it. */
  keptDescribeName?: string;
  /** Buttons that change the files and bring the form back, for where there is no script. */
  change?: { name: string; addValue: string };
  error?: string | null;
}

/** The plain file input is always there; the script adds previews, pasting, dropping and progress to it. */
export function ComposerFiles(props: ComposerFilesProps) {
  const { id, name, limits, kept = [], change, error } = props;
  const t = useText("common");
  const texts = useFileTexts(limits);
  return (
    <div className="composer-files" data-files {...texts}>
      <FileList files={kept} {...namesOf(props)} />
      <label className="file-plain">
        <span className="sr-only">{t("composer.attach")}</span>
        <input
          id={id}
          type="file"
          name={name}
          accept={limits.accept}
          multiple={limits.maxCount + (limits.maxVideos ?? 0) > 1}
          aria-describedby={error ? `${id}-error` : undefined}
        />
      </label>
      {change && <AddFiles name={change.name} value={change.addValue} />}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** What the list of files needs to know of the form's names. */
export function namesOf({
  describeName,
  keptDescribeName,
  keepName,
  removeName,
  change,
}: ComposerFilesProps) {
  return { describeName, keptDescribeName, keepName, removeName, changeName: change?.name };
}
