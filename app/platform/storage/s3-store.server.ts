import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3Client } from "@aws-sdk/client-s3";
import { writeBodyFile } from "./body-file.server";
import { requireFileKey, requireKeyBeginning } from "./file-key";
import type { FileBody, FileStore, S3Settings } from "./port";

const connectMilliseconds = 5_000;
const idleMilliseconds = 60_000;

/** Files in a bucket of any S3-compatible service. */
export async function openS3Store(settings: S3Settings): Promise<FileStore> {
  // Only here: sites that keep their files on disk do not pay for loading the client.
  const s3 = await import("@aws-sdk/client-s3");
  const client: S3Client = new s3.S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
    forcePathStyle: true,
    // The checksums the client adds by default are refused by several compatible services.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: connectMilliseconds, socketTimeout: idleMilliseconds },
    maxAttempts: 3,
  });
  const Bucket = settings.bucket;

  async function send(key: string, body: FileBody, contentType: string | undefined): Promise<number> {
    const object = { Bucket, Key: key, ContentType: contentType };
    if (body instanceof Uint8Array) {
      await client.send(new s3.PutObjectCommand({ ...object, Body: body, ContentLength: body.byteLength }));
      return body.byteLength;
    }
    // S3 wants the length first; a file also keeps a body that breaks off from ever reaching the bucket.
    const folder = await mkdtemp(join(tmpdir(), "hearback-upload-"));
    try {
      const { path, size } = await writeBodyFile(folder, body);
      await client.send(
        new s3.PutObjectCommand({ ...object, Body: createReadStream(path), ContentLength: size }),
      );
      return size;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    kind: "s3",
    async put(key, body, options) {
      const size = await send(requireFileKey(key), body, options?.contentType);
      return { key, size, modifiedAt: new Date() };
    },
    async get(key, range) {
      requireFileKey(key);
      const Range = range ? `bytes=${range.start}-${range.end}` : undefined;
      const found = await orMissing(client.send(new s3.GetObjectCommand({ Bucket, Key: key, Range })));
      if (!found?.Body) return null;
      const wholeSize = Number(/\/(\d+)$/.exec(found.ContentRange ?? "")?.[1] ?? found.ContentLength ?? 0);
      const stream = found.Body.transformToWebStream() as ReadableStream<Uint8Array>;
      return { size: wholeSize, stream };
    },
    async stat(key) {
      const stored = await orMissing(
        client.send(new s3.HeadObjectCommand({ Bucket, Key: requireFileKey(key) })),
      );
      return stored
        ? { key, size: stored.ContentLength ?? 0, modifiedAt: stored.LastModified ?? new Date(0) }
        : null;
    },
    async delete(key) {
      await orMissing(client.send(new s3.DeleteObjectCommand({ Bucket, Key: requireFileKey(key) })));
    },
    async *list(prefix) {
      const pages = s3.paginateListObjectsV2({ client }, { Bucket, Prefix: requireKeyBeginning(prefix) });
      for await (const page of pages) {
        for (const { Key, Size, LastModified } of page.Contents ?? []) {
          if (Key) yield { key: Key, size: Size ?? 0, modifiedAt: LastModified ?? new Date(0) };
        }
      }
    },
    async close() {
      client.destroy();
    },
  };
}

async function orMissing<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    if (status === 416) throw new RangeError("The range is not within the file", { cause: error });
    // A missing bucket is a fault of the configuration; only answers with a body can tell it from a missing file.
    if (status === 404 && name !== "NoSuchBucket") return null;
    throw error;
  }
}
