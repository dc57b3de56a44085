import type { Dirent, Stats } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { writeBodyFile } from "./body-file.server";
import { withinFile } from "./byte-range";
import { requireFileKey, requireKeyBeginning } from "./file-key";
import type { FileStore, StoredFile } from "./port";

// No key begins with a dot, so unfinished files can never be read or listed.
const unfinishedFolder = ".unfinished";
const unfinishedMilliseconds = 24 * 60 * 60 * 1000;

/** Files in a folder. Several processes may share it. */
export async function openDiskStore(folder: string): Promise<FileStore> {
  const unfinished = join(folder, unfinishedFolder);
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await removeAbandoned(unfinished);

  return {
    kind: "disk",
    async put(key, body) {
      const path = pathOf(key);
      const written = await writeBodyFile(unfinished, body);
      try {
        await makeFolder(dirname(path));
        await rename(written.path, path);
      } catch (error) {
        await rm(written.path, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
      return { key, size: written.size, modifiedAt: (await stat(path)).mtime };
    },
    async get(key, range) {
      const file = await orMissing(open(pathOf(key), "r"));
      if (!file) return null;
      try {
        const found = await file.stat();
        if (!found.isFile()) {
          await file.close();
          return null;
        }
        const { size } = found;
        const part = withinFile(range, size);
        const stream = Readable.toWeb(
          file.createReadStream({ ...part, autoClose: true, highWaterMark: 256 * 1024 }),
        );
        return { size, stream: stream as ReadableStream<Uint8Array> };
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    async stat(key) {
      const found = await orMissing(stat(pathOf(key)));
      return found?.isFile() ? storedFile(key, found) : null;
    },
    async delete(key) {
      const path = pathOf(key);
      const removed = await orMissing(unlink(path).then(() => true));
      if (removed) await syncFolder(dirname(path));
    },
    async *list(prefix) {
      const folderKey = requireKeyBeginning(prefix).replace(/[^/]*$/, "");
      yield* listFolder(folder, folderKey, prefix);
    },
    async close() {},
  };

  function pathOf(key: string): string {
    return join(folder, requireFileKey(key));
  }

  /** A new folder is as durable as what is written into it only when its parent is flushed too. */
  async function makeFolder(path: string): Promise<void> {
    const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
    if (!firstMade) return;
    for (let made = path; made.length >= firstMade.length; made = dirname(made))
      await syncFolder(dirname(made));
  }
}

/** Walks in the order of the whole keys: "a.webp" comes before "a/b", as "." comes before "/". */
async function* listFolder(root: string, folderKey: string, prefix: string): AsyncIterable<StoredFile> {
  const entries = (await orMissing(readdir(join(root, folderKey), { withFileTypes: true }))) ?? [];
  const named = entries
    .filter((entry) => !entry.name.startsWith("."))
    .map((entry) => ({ entry, key: folderKey + entry.name + (entry.isDirectory() ? "/" : "") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

  for (const { entry, key } of named) {
    if (entry.isDirectory() && (key.startsWith(prefix) || prefix.startsWith(key)))
      yield* listFolder(root, key, prefix);
    else if (isListedFile(entry, key, prefix)) {
      const found = await orMissing(stat(join(root, key)));
      if (found) yield storedFile(key, found);
    }
  }
}

function isListedFile(entry: Dirent, key: string, prefix: string): boolean {
  return entry.isFile() && key.startsWith(prefix);
}

function storedFile(key: string, { size, mtime }: Stats): StoredFile {
  return { key, size, modifiedAt: mtime };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Bodies whose process died while they were written. */
async function removeAbandoned(unfinished: string): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const found = await orMissing(stat(path));
    if (found && Date.now() - found.mtimeMs > unfinishedMilliseconds) await rm(path, { force: true });
  }
}

async function orMissing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}
