import { join } from "node:path";
import { openDiskStore } from "./disk-store.server";
import type { FileStore, FileStoreConfig } from "./port";
import { openS3Store } from "./s3-store.server";

/** The bucket when one is configured, otherwise a folder in the data folder. */
export async function openFileStore({ dataDir, s3 }: FileStoreConfig): Promise<FileStore> {
  return s3 ? openS3Store(s3) : openDiskStore(join(dataDir, "files"));
}
