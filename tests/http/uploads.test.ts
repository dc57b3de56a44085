import { expect, test } from "vitest";
import { attachTo } from "~/features/attachments/attaching.server";
import { hideAttachments } from "~/features/attachments/hiding.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../factories/members";
import { aPicture } from "../factories/pictures";
import { aDiscussion } from "../factories/topics";
import { anMp4 } from "../factories/videos";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const mei = await aMember(platform, { name: "mei" });
const cookie = await signedIn(platform, mei.id);
const strangers = await signedIn(platform, (await aMember(platform)).id);
const topic = await aDiscussion(platform, { author: mei });
const frames = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 251));
const video = anMp4({ frames });

test("a video is sent whole, in parts, and not at all where there is nothing left of it", async () => {
  const { path, etag } = await aPublicVideo();
  const whole = await site.get(path);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "accept-ranges": "bytes",
    "content-type": "video/mp4",
    "content-length": String(video.length),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; media-src 'self'",
    "content-disposition": `inline; filename="clip.mp4"; filename*=UTF-8''clip.mp4`,
    "cache-control": "public, max-age=86400, s-maxage=300",
  });
  const bytes = Buffer.from(await whole.arrayBuffer());
  for (const [range, start, end] of [
    ["bytes=0-0", 0, 0],
    ["bytes=100-199", 100, 199],
    ["bytes=20000-", 20_000, video.length - 1],
    ["bytes=-7", video.length - 7, video.length - 1],
    [`bytes=5-${video.length * 2}`, 5, video.length - 1],
  ] as const) {
    const part = await site.get(path, { headers: { Range: range, "If-Range": etag } });
    expect([range, part.status, part.headers.get("content-range")]).toEqual([
      range,
      206,
      `bytes ${start}-${end}/${video.length}`,
    ]);
    expect(part.headers.get("content-length")).toBe(String(end - start + 1));
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(start, end + 1))).toBe(true);
  }
  const beyond = await site.get(path, { headers: { Range: `bytes=${video.length}-` } });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${video.length}`]);
  const ignored: Record<string, string>[] = [
    { Range: "bytes=0-9", "If-Range": '"another"' },
    { Range: "bytes=0-9", "If-Range": `W/${etag}` },
    { Range: "bytes=0-1,5-9" },
    { Range: "lines=1-2" },
  ];
  for (const headers of ignored) expect((await site.get(path, { headers })).status).toBe(200);
  expect((await site.get(path, { headers: { "If-None-Match": etag } })).status).toBe(304);
  const head = await site.send(path, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(video.length)]);
  expect((await site.get(`${path}/thumb`)).status).toBe(404);
});

test("a video of a hidden post is as closed as its pictures, in ranges too, and its owner's is kept by no cache", async () => {
  const { path } = await aPublicVideo();
  await inTransaction(contextFor(platform, mei), (tx) => hideAttachments(tx, { topicId: topic.id }));
  const range = { Range: "bytes=0-9" };
  for (const headers of [{}, range] as Record<string, string>[]) {
    expect((await site.get(path, { headers })).status).toBe(404);
    expect((await site.get(path, { headers, cookie: strangers })).status).toBe(404);
  }
  const own = await site.get(path, { headers: range, cookie });
  expect([own.status, own.headers.get("cache-control")]).toEqual([206, "private, no-cache"]);
});

test("the script sends one file at a time and gets its id, or a sentence in the reader's language", async () => {
  const taken = await send(await aPicture({ name: "a.png" }));
  expect([taken.status, await taken.json()]).toEqual([
    201,
    {
      id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      note: expect.stringContaining("location data removed") as string,
    },
  ]);
  const refused = await send(new File(["<svg onload=alert(1)>"], "../x\u202Egpj.svg"), {
    "Accept-Language": "zh-CN",
  });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toEqual({
    id: "upload-wrong-type",
    message: "不支持 xgpj.svg 的文件类型，请使用 PNG、JPG、WebP、GIF 图片，或 MP4、WebM 短视频。",
  });
  const nobody = await site.post("/uploads", formWith(await aPicture()), { headers: json });
  expect(nobody.status).toBe(401);
});

test("a member's uploads are theirs alone to see and to delete", async () => {
  const { attachments } = await storeUploads(contextFor(platform, mei), [
    await aPicture({ name: "mine.png" }),
  ]);
  const { id } = attachments[0]!;
  const own = await (await site.get("/settings/uploads", { cookie })).text();
  expect(own).toContain(`src="/files/${id}/thumb"`);
  expect(await (await site.get("/settings/uploads", { cookie: strangers })).text()).not.toContain(id);
  expect((await site.get("/settings/uploads")).status).toBe(303);

  const path = `/settings/uploads/${id}`;
  const remove = { _method: "DELETE" };
  const foreign = await site.post(path, remove, { cookie: strangers });
  const missing = await site.post(`/settings/uploads/${"0".repeat(32)}`, remove, { cookie: strangers });
  expect([foreign.status, missing.status]).toEqual([404, 404]);
  const answer = await site.post(path, remove, { cookie });
  expect(answer.status).toBe(303);
  expect((await site.get(`/files/${id}`, { cookie })).status).toBe(404);
  const after = await (await site.get(answer.headers.get("location")!, { cookie })).text();
  expect(after).toContain("mine.png is deleted.");
});

test("without script files are put in, moved and described before the post is sent, and nothing typed is lost", async () => {
  const form = new FormData();
  form.append("kind", "question");
  form.append("title", "Why two pictures?");
  form.append("files", await aPicture({ name: "first.png" }));
  form.append("files", await aPicture({ name: "second.png" }));
  form.append("change-attachments", "add");
  const added = await site.post("/discussions/new?kind=question", form, { cookie });
  const html = await added.text();
  expect(added.status).toBe(200);
  expect(html).toContain('value="Why two pictures?"');
  expect(html).not.toContain('data-tone="danger"');
  const [first, second] = [...html.matchAll(/name="attachment" value="([0-9a-f]{32})"/g)].map(
    ([, id]) => id!,
  );

  const move = new FormData();
  for (const [name, value] of [
    ["kind", "question"],
    ["title", "Why two pictures?"],
    ["attachment", first!],
    [`alt-${first}`, "The one that matters"],
    ["attachment", second!],
    ["change-attachments", `down:${first}`],
  ] as const)
    move.append(name, value);
  const moved = await (await site.post("/discussions/new?kind=question", move, { cookie })).text();
  expect([...moved.matchAll(/name="attachment" value="([0-9a-f]{32})"/g)].map(([, id]) => id)).toEqual([
    second,
    first,
  ]);
  expect(moved).toContain('value="The one that matters"');
});

const json = { Accept: "application/json" };

function send(file: File, headers: Record<string, string> = {}): Promise<Response> {
  return site.post("/uploads", formWith(file), { cookie, headers: { ...json, ...headers } });
}

function formWith(file: File): FormData {
  const form = new FormData();
  form.append("files", file);
  return form;
}

async function aPublicVideo() {
  const ctx = contextFor(platform, mei);
  const { attachments } = await storeUploads(ctx, [new File([new Uint8Array(video)], "clip.mp4")]);
  const { id } = attachments[0]!;
  await inTransaction(ctx, (tx) => attachTo(tx, { topicId: topic.id, attachmentIds: [id] }));
  const etag = (await site.send(`/files/${id}`, { method: "HEAD" })).headers.get("etag")!;
  return { path: `/files/${id}`, etag };
}
