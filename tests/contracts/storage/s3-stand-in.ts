import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { S3Settings } from "~/platform/storage/port";

interface StoredObject {
  bytes: Buffer;
  modifiedAt: Date;
  etag: string;
}

export interface S3StandIn {
  settings: S3Settings;
  close(): Promise<void>;
}

/** The part of S3 the file store uses, in memory, as the S3 documentation describes it. Lists two keys per page. */
export async function startS3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, StoredObject>();
  const server = createServer((request, response) => {
    answer(objects, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: "files",
      region: "auto",
      accessKeyId: "test",
      secretAccessKey: "test-secret",
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  objects: Map<string, StoredObject>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? "/", "http://stand-in.invalid");
  const [, bucket, ...rest] = url.pathname.split("/").map(decodeURIComponent);
  const key = rest.join("/");
  if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 "))
    return refuse(response, 403, "AccessDenied");
  if (bucket !== "files") return refuse(response, 404, "NoSuchBucket");
  if (request.method === "GET" && key === "") return list(objects, url.searchParams, response);
  if (request.method === "PUT") return put(objects, key, request, response);
  if (request.method === "DELETE") {
    objects.delete(key);
    return response.writeHead(204).end();
  }
  return read(objects.get(key), request, response);
}

async function put(
  objects: Map<string, StoredObject>,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (request.headers["content-length"] === undefined) return refuse(response, 411, "MissingContentLength");
  if (request.headers["content-encoding"]?.includes("aws-chunked"))
    return refuse(response, 501, "NotImplemented");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
  objects.set(key, { bytes, modifiedAt: new Date(), etag });
  response.writeHead(200, { etag }).end();
}

function read(object: StoredObject | undefined, request: IncomingMessage, response: ServerResponse) {
  if (!object) return refuse(response, 404, "NoSuchKey");
  const size = object.bytes.byteLength;
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  if (from && Number(from) >= size) return refuse(response, 416, "InvalidRange");
  const start = Number(from ?? 0);
  const part = object.bytes.subarray(start, from ? Number(to) + 1 : size);
  response.writeHead(from ? 206 : 200, {
    "content-length": part.byteLength,
    "last-modified": object.modifiedAt.toUTCString(),
    etag: object.etag,
    ...(from ? { "content-range": `bytes ${start}-${start + part.byteLength - 1}/${size}` } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : part);
}

function list(objects: Map<string, StoredObject>, query: URLSearchParams, response: ServerResponse) {
  const after = query.get("continuation-token") ?? "";
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after)
    .sort();
  const page = keys.slice(0, 2);
  const contents = page.map((key) => {
    const { bytes, modifiedAt, etag } = objects.get(key) as StoredObject;
    return `<Contents><Key>${key}</Key><Size>${bytes.byteLength}</Size><ETag>${etag}</ETag><LastModified>${modifiedAt.toISOString()}</LastModified></Contents>`;
  });
  const next = keys.length > 2 ? `<NextContinuationToken>${page[1]}</NextContinuationToken>` : "";
  response.writeHead(200, { "content-type": "application/xml" });
  response.end(
    `<ListBucketResult><IsTruncated>${keys.length > 2}</IsTruncated>${contents.join("")}${next}</ListBucketResult>`,
  );
}

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<Error><Code>${code}</Code></Error>`);
}
