import { expect, test } from "vitest";
import { attachTo } from "~/features/attachments/attaching.server";
import { readKeptUploads } from "~/features/attachments/kept-uploads";
import { readPost } from "~/features/attachments/upload-form.server";
import type { Actor } from "~/features/members/context";
import { BadRequest, TooLarge } from "~/platform/errors";
import { inTransaction } from "~/platform/db/transaction.server";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { anMp4 } from "../../factories/videos";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { aBareTopic } from "./posts";

const platform = await testPlatform();
const mei = await aMember(platform, { name: "mei" });
const sam = await aMember(platform, { name: "sam" });

test("a form that is refused and sent again keeps its pictures, in order and with their descriptions", async () => {
  const first = await read(mei, [
    ["files", await aPicture({ name: "a.png" })],
    ["alt", "Before"],
    ["files", await aPicture({ name: "b.png" })],
    ["alt", "After"],
  ]);
  const kept = readKeptUploads(first.values).attachments;
  expect(kept).toMatchObject([
    { fileName: "a.png", alt: "Before" },
    { fileName: "b.png", alt: "After" },
  ]);

  const second = await read(mei, [
    ["attachment", kept[0]!.id],
    [`alt-${kept[0]!.id}`, "Before the swap"],
    ["attachment", kept[1]!.id],
    ["files", await aPicture({ name: "c.png" })],
  ]);
  expect(second.kept.map(({ fileName, alt }) => [fileName, alt])).toEqual([
    ["a.png", "Before the swap"],
    ["b.png", "After"],
    ["c.png", ""],
  ]);
  expect(second).toMatchObject({ ok: true, errors: { fields: {} } });
});

test("what was wrong is said for the field while the good pictures stay", async () => {
  const answer = await read(mei, [
    ["files", new File(["not a picture"], "notes.txt")],
    ["files", await aPicture({ name: "good.png" })],
  ]);
  expect(answer.ok).toBe(false);
  expect(answer.errors.fields.files).toMatchObject({
    id: "upload-wrong-type",
    values: { name: "notes.txt" },
  });
  expect(readKeptUploads(answer.values)).toMatchObject({
    attachments: [{ fileName: "good.png" }],
    refusals: [{ fileName: "notes.txt", reason: "wrong-type" }],
  });
});

test("five pictures in all: kept ones count", async () => {
  const files = async (count: number, prefix: string): Promise<[string, File][]> =>
    Promise.all(
      Array.from(
        { length: count },
        async (_, index) =>
          ["files", await aPicture({ name: `${prefix}${index}.png`, width: 20, height: 20 })] as [
            string,
            File,
          ],
      ),
    );
  const four = await read(mei, await files(4, "first-"));
  const answer = await read(mei, [
    ...four.attachmentIds.map((id): [string, string] => ["attachment", id]),
    ...(await files(2, "more-")),
  ]);
  expect(answer.attachmentIds).toHaveLength(5);
  expect(answer.errors.fields.files).toMatchObject({
    id: "upload-too-many",
    values: { name: "more-1.png", limit: 5 },
  });
});

test("a removed picture is left out and deleted", async () => {
  const { attachmentIds } = await read(mei, [
    ["files", await aPicture()],
    ["files", await aPicture()],
  ]);
  const answer = await read(mei, [
    ["attachment", attachmentIds[0]!],
    ["attachment", attachmentIds[1]!],
    ["remove-attachment", attachmentIds[0]!],
  ]);
  expect(answer.attachmentIds).toEqual([attachmentIds[1]]);
  expect(await platform.db.attachment.findUnique({ where: { id: attachmentIds[0] } })).toBeNull();
});

test("ids that are somebody else's, attached elsewhere or made up are left out", async () => {
  const foreign = await read(sam, [["files", await aPicture()]]);
  const attached = await read(mei, [["files", await aPicture()]]);
  const { id: topicId } = await aBareTopic(platform, mei);
  await inTransaction(contextFor(platform, mei), (tx) =>
    attachTo(tx, { attachmentIds: attached.attachmentIds, topicId }),
  );

  const named = [...foreign.attachmentIds, ...attached.attachmentIds, "../../etc/passwd", "0".repeat(32)];
  const fields = named.flatMap((id): [string, string][] => [
    ["attachment", id],
    ["remove-attachment", id],
  ]);
  expect((await read(mei, fields)).attachmentIds).toEqual([]);
  expect(await platform.db.attachment.count({ where: { id: { in: named } } })).toBe(2);

  const editing = await read(mei, [["attachment", attached.attachmentIds[0]!]], { of: { topicId } });
  expect(editing.attachmentIds).toEqual(attached.attachmentIds);
});

test("a button moves a file one place and brings the form back; at the end of the row nothing happens", async () => {
  const { attachmentIds } = await read(mei, [
    ["files", await aPicture({ name: "a.png" })],
    ["files", await aPicture({ name: "b.png" })],
  ]);
  const [a, b] = attachmentIds as [string, string];
  const asked = (change: string) =>
    read(mei, [
      ["attachment", a],
      ["attachment", b],
      ["change-attachments", change],
    ]);
  expect(await asked(`down:${a}`)).toMatchObject({ isAboutFiles: true, attachmentIds: [b, a] });
  expect(await asked(`up:${b}`)).toMatchObject({ isAboutFiles: true, attachmentIds: [b, a] });
  expect(await asked(`up:${a}`)).toMatchObject({ isAboutFiles: true, attachmentIds: [a, b] });
  expect(await asked("add")).toMatchObject({ isAboutFiles: true, attachmentIds: [a, b] });
  expect(await asked("up:../../etc")).toMatchObject({ isAboutFiles: false, attachmentIds: [a, b] });
});

test("a form that breaks off at 99 % keeps the files that came whole, for their owner alone", async () => {
  const body = new FormData();
  body.append("files", await aPicture({ name: "whole.png" }));
  body.append("files", new File([new Uint8Array(anMp4())], "half.mp4"));
  const whole = new Request("http://hearback.test/", { method: "POST", body });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const owner = await aMember(platform);
  const cut = new Request(whole.url, {
    method: "POST",
    headers: whole.headers,
    body: bytes.subarray(0, Math.floor(bytes.length * 0.99)),
  });
  await expect(readPost(contextFor(platform, owner), cut)).rejects.toThrow(BadRequest);
  const rows = await platform.db.attachment.findMany({ where: { ownerId: owner.id } });
  expect(rows).toMatchObject([{ fileName: "whole.png", audience: "owner" }]);
});

test("ten thousand parts are refused, and no more files than a form may have are looked at", async () => {
  const many = new FormData();
  for (let part = 0; part < 10_000; part++) many.append("files", new File(["x"], `${part}.png`));
  const owner = await aMember(platform);
  const request = new Request("http://hearback.test/", { method: "POST", body: many });
  await expect(readPost(contextFor(platform, owner), request)).rejects.toThrow(TooLarge);
  expect(await platform.db.attachment.count({ where: { ownerId: owner.id } })).toBe(0);
});

test("what a browser sends under the name of kept uploads is never believed", async () => {
  const answer = await read(mei, [
    ["kept-uploads", JSON.stringify({ attachments: [{ id: "x" }], refusals: [] })],
  ]);
  expect(readKeptUploads({ ...{ "kept-uploads": "{broken" }, ...answer.values }).attachments).toEqual([]);
  expect(readKeptUploads({ "kept-uploads": "{broken" }).attachments).toEqual([]);
});

async function read(
  actor: Actor,
  fields: [string, string | File][],
  options?: Parameters<typeof readPost>[2],
) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  const request = new Request("http://hearback.test/", { method: "POST", body });
  return (await readPost(contextFor(platform, actor), request, options)).pictures;
}
