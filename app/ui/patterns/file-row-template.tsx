import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import { IconButton } from "../primitives/icon-button";
import { MoveFile } from "./move-file";

export interface FileRowTemplateProps {
  describeName?: string;
  /** Names of the fields a row has once the server keeps its file; `{id}` stands in the second. */
  keepName?: string;
  keptDescribeName?: string;
}

/** The row of a file that was just picked. The script copies it and fills it in, so its words stay the page's own. */
export function FileRowTemplate({ describeName, keepName, keptDescribeName }: FileRowTemplateProps) {
  const t = useText("common");
  const name = "{name}";
  return (
    <template data-file-row>
      <li className="file" data-new>
        <span className="pic">
          <Icon name="image" />
        </span>
        <span>
          <bdi className="name" data-row-name />
          <small data-row-note />
          <progress
            className="upload-bar"
            max={1}
            value={0}
            hidden
            aria-label={t("files.uploading", { name })}
          />
          {describeName && (
            <input
              className="input"
              name={describeName}
              maxLength={300}
              placeholder={t("files.describeShort")}
              aria-label={t("files.describe", { name })}
              data-row-describe={keptDescribeName ?? ""}
              data-video-placeholder={t("files.captionShort")}
            />
          )}
          {keepName && <input type="hidden" name={keepName} disabled data-row-keep />}
        </span>
        <span className="file-keys">
          <MoveFile name={name} />
          <IconButton icon="cover" label={t("files.cover", { name })} data-row-cover />
          <IconButton icon="x" label={t("files.remove", { name })} data-row-remove />
        </span>
      </li>
    </template>
  );
}
