import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { storeUploads } from "~/features/attachments/taking.server";
import type { MemberContext } from "~/features/members/context";
import { listAreas, saveAreas } from "~/features/site/areas.server";
import { PostSuggestionSchema } from "~/features/suggestions/input";
import { postSuggestion } from "~/features/suggestions/posting.server";
import { parseForm } from "~/platform/http/parse-form";
import { refused } from "~/platform/outcome";
import { anArea } from "../../factories/areas";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const mei = contextFor(platform, await aMember(platform, { name: "mei" }));
const sam = contextFor(platform, await aMember(platform, { name: "sam" }));
const area = (await anArea(platform)).slug;

const draft = (traits: Partial<Parameters<typeof postSuggestion>[1]> = {}) => ({
  title: "Save addresses with a name",
  body: "I paste them from a note every month.",
  area,
  attachmentIds: [],
  submission: randomUUID(),
  ...traits,
});

async function posted(traits: Parameters<typeof draft>[0] = {}) {
  const outcome = await postSuggestion(mei, draft(traits));
  if (!outcome.ok) throw new Error(outcome.reason);
  const number = Number(/^\/t\/(\d+)/.exec(outcome.location)?.[1]);
  return db.topic.findUniqueOrThrow({ where: { number } });
}

async function anUpload(ctx: MemberContext): Promise<string> {
  const stored = await storeUploads(ctx, [await aPicture()], [""]);
  return stored.attachments[0]!.id;
}

describe("a suggestion", () => {
  test("is posted open, voted for and followed by its author", async () => {
    const topic = await posted();
    expect(topic).toMatchObject({ board: "suggestion", kind: "suggestion", status: "open", voteCount: 1 });
    const [vote] = await db.vote.findMany({ where: { topicId: topic.id } });
    expect(vote).toMatchObject({ memberId: mei.actor.id, isCounted: true });
    const [follow] = await db.follow.findMany({ where: { topicId: topic.id } });
    expect(follow).toMatchObject({ memberId: mei.actor.id, reason: "author" });
  });

  test("needs no reason why", async () => {
    expect(await posted({ body: "" })).toMatchObject({ body: "", bodyHtml: "", excerpt: "" });
  });

  test("shows its first picture in lists", async () => {
    const attachmentIds = [await anUpload(mei), await anUpload(mei)];
    const topic = await posted({ attachmentIds });
    expect(topic).toMatchObject({ attachmentCount: 2, coverId: attachmentIds[0] });
  });

  test("is not posted at all with a picture of somebody else", async () => {
    const stolen = await anUpload(sam);
    const before = await db.topic.count();
    await expect(postSuggestion(mei, draft({ attachmentIds: [stolen] }))).rejects.toThrow("attachment-gone");
    expect(await db.topic.count()).toBe(before);
  });

  test("sent twenty times with one form is one suggestion", async () => {
    const before = await db.topic.count();
    const form = draft();
    const answers = await Promise.all(Array.from({ length: 20 }, () => postSuggestion(mei, form)));
    expect(new Set(answers.map((answer) => answer.ok && answer.location)).size).toBe(1);
    expect(await db.topic.count()).toBe(before + 1);
  });

  test("belongs to an area that takes topics", async () => {
    const closed = await anArea(platform);
    const admin = contextFor(platform, await aMember(platform, { role: "admin" }));
    const { id, names, descriptions } = (await listAreas(platform)).find(({ slug }) => slug === closed.slug)!;
    await saveAreas(admin, [{ id, names, descriptions, isArchived: true }]);
    expect(await postSuggestion(mei, draft({ area: closed.slug }))).toEqual(refused("area-unknown"));
    expect(await postSuggestion(mei, draft({ area: "nowhere" }))).toEqual(refused("area-unknown"));
  });

  test("is posted by somebody who signed in", async () => {
    await expect(postSuggestion(guest(platform) as never, draft())).rejects.toThrow("suggestion.post");
  });
});

describe("hostile text", () => {
  const titles = [
    "<script>alert(1)</script> in the title",
    `"><img src=x onerror=alert(1)>`,
    "javascript:alert(1) as a title",
    '\'; DROP TABLE "Topic"; --',
    "{{constructor.constructor('alert(1)')()}}",
    "\u202Eright to left override",
    "Z\u0351\u0351\u0351\u0351\u0351a\u0351\u0351l\u0351g\u0351o everywhere",
    "🧑‍🧑‍🧒‍🧒 家庭共享钱包 👨‍👩‍👧",
  ];
  for (const title of titles)
    test(`is kept as text: ${title.slice(0, 24)}`, async () => {
      const parsed = parseForm(PostSuggestionSchema, {
        ...draft({ title }),
        body: `${title}\n\n<b onclick=x>b</b>`,
      });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      const topic = await posted(parsed.value);
      expect(topic.title).toBe(parsed.value.title);
      expect(topic.bodyHtml.match(/<[^>]*>/g)?.filter((tag) => !/^<\/?p>$/.test(tag))).toEqual([]);
    });

  test("that no database can hold is cleaned or refused, never an error of ours", async () => {
    const parsed = parseForm(
      PostSuggestionSchema,
      draft({ title: "NUL \u0000 and \uD800 alone", body: "\u0000" }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const topic = await posted(parsed.value);
    expect(topic.title).not.toMatch(/\u0000|\uD800/);
  });
});

describe("a form with something wrong says what", () => {
  const errorsOf = (values: object) => {
    const parsed = parseForm(PostSuggestionSchema, { ...draft(), ...values });
    return parsed.ok
      ? {}
      : Object.fromEntries(Object.entries(parsed.errors.fields).map(([name, { id }]) => [name, id]));
  };

  test("about its title", () => {
    expect(errorsOf({ title: "hm" })).toEqual({ title: "title-too-short" });
    expect(errorsOf({ title: "   " })).toEqual({ title: "title-too-short" });
    expect(errorsOf({ title: "字".repeat(121) })).toEqual({ title: "title-too-long" });
    expect(errorsOf({ title: "x".repeat(10_000_000) })).toEqual({ title: "title-too-long" });
  });

  test("about its text and its area", () => {
    expect(errorsOf({ body: "x".repeat(200_000) })).toEqual({ body: "body-too-long" });
    expect(errorsOf({ area: undefined })).toEqual({ area: "area-required" });
    expect(errorsOf({ area: "" })).toEqual({ area: "area-required" });
  });
});
