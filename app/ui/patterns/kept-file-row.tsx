import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import { MoveFile } from "./move-file";

export interface KeptFile {
  id: string | number;
  name: string;
  kind?: "image" | "video";
  /** Size, "location data removed". */
  note?: string;
  thumbnail?: string | null;
  /** Field that takes what the picture shows. */
  description?: { name: string; value: string };
  /** Values of the buttons that move it. */
  moves?: { up: string; down: string };
}

export interface KeptFileRowProps {
  file: KeptFile;
  keepName?: string;
  removeName?: string;
  changeName?: string;
  isFirst: boolean;
  isLast: boolean;
}

export function KeptFileRow({ file, keepName, removeName, changeName, isFirst, isLast }: KeptFileRowProps) {
  const t = useText("common");
  const { id, name, kind = "image", note, thumbnail, description, moves } = file;
  return (
    <li className="file" data-kind={kind}>
      <span className="pic">
        {thumbnail ? (
          <img src={thumbnail} alt="" width={48} height={48} />
        ) : (
          <Icon name={kind === "video" ? "video" : "image"} />
        )}
      </span>
      <span>
        <bdi className="name">{name}</bdi>
        {note && <small>{note}</small>}
        {description && (
          <input
            className="input"
            name={description.name}
            defaultValue={description.value}
            maxLength={300}
            placeholder={t(kind === "video" ? "files.captionShort" : "files.describeShort")}
            aria-label={t("files.describe", { name })}
          />
        )}
        {keepName && <input type="hidden" name={keepName} value={id} />}
      </span>
      <span className="file-keys">
        {moves && (
          <MoveFile name={name} changeName={changeName} values={moves} isFirst={isFirst} isLast={isLast} />
        )}
        {removeName && (
          <label className="check">
            <input type="checkbox" name={removeName} value={id} aria-label={t("files.remove", { name })} />
            <span aria-hidden="true">{t("actions.remove")}</span>
          </label>
        )}
      </span>
    </li>
  );
}
