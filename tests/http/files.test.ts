import { expect, test } from "vitest";
import { attachTo } from "~/features/attachments/attaching.server";
import { hideAttachments } from "~/features/attachments/hiding.server";
import { storeUploads } from "~/features/attachments/taking.server";
import type { Actor } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../factories/members";
import { aPicture } from "../factories/pictures";
import { aDiscussion } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });
const staff = await aMember(platform, { name: "lin", role: "staff" });
const cookies = new Map(
  await Promise.all(
    [mei, sam, staff].map(async (one) => [one.name, await signedIn(platform, one.id)] as const),
  ),
);
const topic = await aDiscussion(platform, { author: mei });

test("a picture of a public post is sent with headers that let it do nothing, and may be kept by caches", async () => {
  const id = await attached();
  for (const path of [`/files/${id}`, `/files/${id}/thumb`]) {
    const response = await site.get(path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "public, max-age=86400, s-maxage=300",
      "content-disposition": `inline; filename="__ 1.webp"; filename*=UTF-8''%E6%88%AA%E5%9B%BE%201.webp`,
    });
    expect(response.headers.get("set-cookie")).toBeNull();
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(8, 12).toString()).toBe("WEBP");
    expect(Number(response.headers.get("content-length"))).toBe(bytes.length);
  }
});

test("who has a picture already is told that it has not changed", async () => {
  const id = await attached();
  const etag = (await site.get(`/files/${id}`)).headers.get("etag")!;
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
    const response = await site.get(`/files/${id}`, { headers: { "If-None-Match": tag } });
    expect([tag, response.status, (await response.arrayBuffer()).byteLength]).toEqual([tag, 304, 0]);
  }
  expect((await site.get(`/files/${id}`, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  expect((await site.get(`/files/${id}/thumb`, { headers: { "If-None-Match": etag } })).status).toBe(200);
});

test("an upload that is part of no post is there for its owner and staff, and for nobody else looks like a missing one", async () => {
  const id = await uploaded(mei);
  const own = await site.get(`/files/${id}`, { cookie: cookies.get("mei") });
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
  expect((await site.get(`/files/${id}`, { cookie: cookies.get("lin") })).status).toBe(200);

  const missing = await plain(await site.get(`/files/${"0".repeat(32)}`));
  for (const cookie of [undefined, cookies.get("sam")]) {
    for (const path of [`/files/${id}`, `/files/${id}/thumb`]) {
      expect(await plain(await site.get(path, { cookie }))).toEqual(missing);
    }
  }
  expect(missing).toMatchObject({ status: 404, body: "", cache: "no-store" });
});

test("a picture that was hidden is gone for everybody but owner and staff, also for who asks whether it changed", async () => {
  const id = await attached();
  const etag = (await site.get(`/files/${id}`)).headers.get("etag")!;
  await inTransaction(contextFor(platform, mei), (tx) => hideAttachments(tx, { topicId: topic.id }));
  expect((await site.get(`/files/${id}`, { headers: { "If-None-Match": etag } })).status).toBe(404);
  expect((await site.get(`/files/${id}`, { cookie: cookies.get("mei") })).headers.get("cache-control")).toBe(
    "private, no-cache",
  );
});

test.each(["../../etc/passwd", "%2e%2e%2fhearback.sqlite", "x", "'; DROP TABLE", "0".repeat(5_000)])(
  "there is no file %j",
  async (id) => {
    expect((await site.get(`/files/${id.includes("%") ? id : encodeURIComponent(id)}`)).status).toBe(404);
  },
);

test("a picture whose bytes are lost is not there, rather than an error", async () => {
  const id = await attached();
  await platform.files.delete(`uploads/${id.slice(0, 2)}/${id}.webp`);
  expect((await site.get(`/files/${id}`)).status).toBe(404);
});

async function uploaded(owner: Actor): Promise<string> {
  const stored = await storeUploads(contextFor(platform, owner), [await aPicture({ name: "截图 1.png" })]);
  return stored.attachments[0]!.id;
}

async function attached(): Promise<string> {
  const id = await uploaded(mei);
  await inTransaction(contextFor(platform, mei), (tx) =>
    attachTo(tx, { attachmentIds: [id], topicId: topic.id }),
  );
  return id;
}

async function plain(response: Response) {
  return {
    status: response.status,
    body: await response.text(),
    cache: response.headers.get("cache-control"),
  };
}
