import { useText } from "~/platform/i18n/use-text";
import { Button } from "../primitives/button";

export interface AddFilesProps {
  name: string;
  value: string;
  /** In a form with single-line fields, where Enter presses the first button there is. */
  isInFields?: boolean;
}

/** Without script: sends what was chosen and brings the form back, so that it can be described and put in order. */
export function AddFiles({ name, value, isInFields = false }: AddFilesProps) {
  const t = useText("common");
  return (
    <span className="add-files">
      {isInFields && <button className="sr-only" type="submit" tabIndex={-1} aria-hidden="true" />}
      <Button type="submit" name={name} value={value} formNoValidate>
        {t("files.add")}
      </Button>
    </span>
  );
}
