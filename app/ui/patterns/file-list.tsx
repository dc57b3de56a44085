import { useText } from "~/platform/i18n/use-text";
import { CoverTool } from "./cover-tool";
import { FileRowTemplate } from "./file-row-template";
import { type KeptFile, KeptFileRow } from "./kept-file-row";

export interface FileListProps {
  files: readonly KeptFile[];
  /** Name under which the id of each file is sent, so that a form shown again keeps it. */
  keepName?: string;
  /** Name under which the id of a file to be taken out is sent. */
  removeName?: string;
  /** Name of the buttons that move a file where there is no script. */
  changeName?: string;
  /** Name of the field that takes the description of a new file, and of one that is kept, with `{id}` in it. */
  describeName?: string;
  keptDescribeName?: string;
}

/** Files already kept, each with a box that takes it out when the form is sent. The script puts new ones after them. */
export function FileList({ files, removeName, changeName, ...names }: FileListProps) {
  const t = useText("common");
  return (
    <>
      <ul className="files" aria-label={t("files.attached")} data-file-list>
        {files.map((file, at) => (
          <KeptFileRow
            key={file.id}
            file={file}
            keepName={names.keepName}
            removeName={removeName}
            changeName={changeName}
            isFirst={at === 0}
            isLast={at === files.length - 1}
          />
        ))}
      </ul>
      <FileRowTemplate {...names} />
      <CoverTool />
    </>
  );
}
