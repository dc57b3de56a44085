import { useText } from "~/platform/i18n/use-text";
import { IconButton } from "../primitives/icon-button";

export interface MoveFileProps {
  name: string;
  /** Name and values of buttons that bring the form back with the file moved; without them they need the script. */
  changeName?: string;
  values?: { up: string; down: string };
  isFirst?: boolean;
  isLast?: boolean;
}

/** One place forward or back. With script it happens in the page. */
export function MoveFile({ name, changeName, values, isFirst = false, isLast = false }: MoveFileProps) {
  const t = useText("common");
  const plain =
    changeName && values ? { type: "submit" as const, name: changeName, formNoValidate: true } : {};
  return (
    <span className="file-moves">
      <IconButton
        icon="up"
        label={t("files.moveUp", { name })}
        data-file-move="-1"
        disabled={isFirst}
        {...plain}
        value={values?.up}
      />
      <IconButton
        icon="down"
        label={t("files.moveDown", { name })}
        data-file-move="1"
        disabled={isLast}
        {...plain}
        value={values?.down}
      />
    </span>
  );
}
