import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InvalidFileKey } from "~/platform/storage/file-key";
import { openFileStore } from "~/platform/storage/open.server";
import type { FileStore, FileContent } from "~/platform/storage/port";
import { startS3StandIn } from "./s3-stand-in";

interface OpenedStore {
  store: FileStore;
  dataDir: string;
  close: () => Promise<void>;
}

describe.each([
  ["disk", openOnDisk],
  ["s3", openOnS3],
] as const)("a file store on %s", (kind, open) => {
  let opened: OpenedStore;
  let store: FileStore;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened.close());

  test("says what it is", () => {
    expect(store.kind).toBe(kind);
  });

  test("gives back the bytes it was given", async () => {
    const bytes = randomBytes(300_000);
    const put = await store.put("uploads/4f/one.webp", bytes, { contentType: "image/webp" });
    expect(put).toMatchObject({ key: "uploads/4f/one.webp", size: 300_000 });
    const content = await store.get("uploads/4f/one.webp");
    expect(content?.size).toBe(300_000);
    expect((await bytesOf(content)).equals(bytes)).toBe(true);
  });

  test("keeps an empty file", async () => {
    await store.put("empty.bin", new Uint8Array());
    expect(await store.stat("empty.bin")).toMatchObject({ size: 0 });
    expect((await bytesOf(await store.get("empty.bin"))).byteLength).toBe(0);
  });

  test("takes a stream of unknown length", async () => {
    const bytes = randomBytes(1_500_000);
    await store.put("stream.bin", new Blob([bytes]).stream());
    expect((await bytesOf(await store.get("stream.bin"))).equals(bytes)).toBe(true);
    await store.put("stream.bin", piecesOf(bytes, 7_777));
    expect((await bytesOf(await store.get("stream.bin"))).equals(bytes)).toBe(true);
  });

  test("reads a range", async () => {
    await store.put("range.txt", Buffer.from("0123456789"));
    const middle = await store.get("range.txt", { start: 2, end: 5 });
    expect(middle?.size).toBe(10);
    expect((await bytesOf(middle)).toString()).toBe("2345");
    expect((await bytesOf(await store.get("range.txt", { start: 9, end: 9 }))).toString()).toBe("9");
    expect((await bytesOf(await store.get("range.txt", { start: 8, end: 500 }))).toString()).toBe("89");
    await expect(store.get("range.txt", { start: 10, end: 12 })).rejects.toThrow(RangeError);
  });

  test("a missing file is null everywhere and deleting it is fine", async () => {
    expect(await store.get("nowhere/at/all.webp")).toBeNull();
    expect(await store.get("nowhere.webp", { start: 0, end: 1 })).toBeNull();
    expect(await store.stat("nowhere.webp")).toBeNull();
    await store.delete("nowhere.webp");
    await store.delete("nowhere/at/all.webp");
  });

  test("a folder is not a file", async () => {
    await store.put("folder/file.txt", Buffer.from("x"));
    expect(await store.stat("folder")).toBeNull();
    expect(await store.get("folder")).toBeNull();
  });

  test("a deleted file is gone", async () => {
    await store.put("gone.txt", Buffer.from("x"));
    await store.delete("gone.txt");
    expect(await store.stat("gone.txt")).toBeNull();
  });

  test("replacing shows the old file or the new one, never a part", async () => {
    const old = Buffer.alloc(400_000, "a");
    const fresh = Buffer.alloc(500_000, "b");
    await store.put("replaced.bin", old);
    const reading = await store.get("replaced.bin");
    const [, read] = await Promise.all([
      store.put("replaced.bin", piecesOf(fresh, 10_000)),
      bytesOf(reading),
    ]);
    expect([old, fresh].some((whole) => whole.equals(read))).toBe(true);
    expect((await bytesOf(await store.get("replaced.bin"))).equals(fresh)).toBe(true);
  });

  test("a body that breaks off leaves nothing behind and the old file in place", async () => {
    await store.put("broken.txt", Buffer.from("old"));
    await expect(store.put("broken.txt", breakingOff())).rejects.toThrow("connection lost");
    await expect(store.put("broken-new.txt", breakingOff())).rejects.toThrow("connection lost");
    expect((await bytesOf(await store.get("broken.txt"))).toString()).toBe("old");
    expect(await store.stat("broken-new.txt")).toBeNull();
  });

  test("lists by prefix in the order of keys", async () => {
    for (const key of [
      "list/b/2.txt",
      "list/b.txt",
      "list/a/1.txt",
      "list/b/1.txt",
      "list/b-c.txt",
      "listed.txt",
    ]) {
      await store.put(key, Buffer.from(key));
    }
    expect(await keysOf(store, "list/")).toEqual([
      "list/a/1.txt",
      "list/b-c.txt",
      "list/b.txt",
      "list/b/1.txt",
      "list/b/2.txt",
    ]);
    expect(await keysOf(store, "list/b")).toEqual([
      "list/b-c.txt",
      "list/b.txt",
      "list/b/1.txt",
      "list/b/2.txt",
    ]);
    expect(await keysOf(store, "list/b/")).toEqual(["list/b/1.txt", "list/b/2.txt"]);
    expect(await keysOf(store, "list/c")).toEqual([]);
    expect(await keysOf(store, "")).toContain("listed.txt");
  });

  test("a reader that goes away frees what it held", async () => {
    await store.put("large.bin", randomBytes(5_000_000));
    for (let round = 0; round < 30; round++) {
      const content = await store.get("large.bin");
      const reader = content?.stream.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    await store.delete("large.bin");
    expect(await store.stat("large.bin")).toBeNull();
  });

  test.each([
    "",
    ".",
    "..",
    "../secrets.json",
    "a/../../b",
    "/etc/passwd",
    "a//b",
    "a/",
    ".hidden",
    "a/.unfinished/b",
    "Upper.txt",
    "a\\b",
    "a b",
    "a\0b",
    "链接.png",
    "a?b",
    "a%2fb",
    "x".repeat(201),
  ])("refuses %j as a key", async (key) => {
    await expect(store.put(key, Buffer.from("x"))).rejects.toThrow(InvalidFileKey);
    await expect(store.get(key)).rejects.toThrow(InvalidFileKey);
    await expect(store.stat(key)).rejects.toThrow(InvalidFileKey);
    await expect(store.delete(key)).rejects.toThrow(InvalidFileKey);
  });

  test("refuses a prefix that leaves the store", async () => {
    await expect(keysOf(store, "../")).rejects.toThrow(InvalidFileKey);
    await expect(keysOf(store, "/")).rejects.toThrow(InvalidFileKey);
  });
});

test("what could not be written whole is not left on the disk, and is readable by its owner alone", async () => {
  const { store, dataDir, close } = await openOnDisk();
  await expect(store.put("x/broken.txt", breakingOff())).rejects.toThrow();
  await store.put("x/whole.txt", Buffer.from("x"));
  expect(await readdir(join(dataDir, "files", ".unfinished"))).toEqual([]);
  expect((await stat(join(dataDir, "files", "x", "whole.txt"))).mode & 0o077).toBe(0);
  expect((await stat(join(dataDir, "files"))).mode & 0o077).toBe(0);
  await close();
});

test("a bucket that does not exist is a failure and not an empty store", async () => {
  const standIn = await startS3StandIn();
  const store = await openFileStore({ dataDir: tmpdir(), s3: { ...standIn.settings, bucket: "other" } });
  await expect(store.get("a.txt", { start: 0, end: 1 })).rejects.toThrow();
  await store.close();
  await standIn.close();
});

async function openOnDisk(): Promise<OpenedStore> {
  const dataDir = await mkdtemp(join(tmpdir(), "hearback-files-"));
  const store = await openFileStore({ dataDir });
  return {
    store,
    dataDir,
    async close() {
      await store.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

async function openOnS3(): Promise<OpenedStore> {
  const standIn = await startS3StandIn();
  const store = await openFileStore({ dataDir: tmpdir(), s3: standIn.settings });
  return {
    store,
    dataDir: tmpdir(),
    async close() {
      await store.close();
      await standIn.close();
    },
  };
}

async function bytesOf(content: FileContent | null): Promise<Buffer> {
  return content ? Buffer.from(await new Response(content.stream).arrayBuffer()) : Buffer.from("missing");
}

async function keysOf(store: FileStore, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

async function* piecesOf(bytes: Buffer, size: number) {
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.subarray(start, start + size);
}

async function* breakingOff() {
  yield Buffer.alloc(100_000);
  await Promise.resolve();
  throw new Error("connection lost");
}
