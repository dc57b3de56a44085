import { startFilePicking } from "./file-picking";
import { startMovingFiles } from "./moving-files";
import { startSendingFiles } from "./sending-files";

/** Everything a form with files does better with script. */
export function startFiles(): void {
  startFilePicking();
  startMovingFiles();
  startSendingFiles();
}
