import { beforeAll, describe, expect, test } from "vitest";
import { systemContext } from "~/features/members/context";
import { DamagedArchive } from "~/features/transfer/archive-lines.server";
import { ensureAreas } from "~/features/transfer/areas.server";
import { importThreads } from "~/features/transfer/importing-threads.server";
import { aComment, aCutArchive, anArchive, aThread } from "./archives";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const ctx = systemContext(platform);
const options = { isDryRun: false };

beforeAll(() => ensureAreas(ctx));

function topicTitled(title: string) {
  return platform.db.topic.findFirstOrThrow({
    where: { title },
    include: {
      author: true,
      replies: { orderBy: { path: "asc" }, include: { author: true } },
      timeline: true,
      area: true,
    },
  });
}

async function everything() {
  const { db } = platform;
  return {
    topics: await db.topic.findMany({ orderBy: { id: "asc" } }),
    replies: await db.reply.findMany({ orderBy: { id: "asc" } }),
    members: await db.member.findMany({ orderBy: { id: "asc" } }),
    timeline: await db.timelineEntry.findMany({ orderBy: { id: "asc" } }),
    records: await db.importedRecord.count(),
    events: await db.outbox.count(),
  };
}

test("a thread keeps its people, times, replies and how it ended", async () => {
  const archive = anArchive([
    aThread(1, {
      title: "Fee is shown twice",
      labels: [{ name: "Bug" }, { name: "Wallet" }],
      state: "closed",
      closed_at: "2024-02-01T00:00:00Z",
      state_reason: "completed",
      events: [
        aComment(1, "asker"),
        aComment(2, "dev", {
          author_association: "MEMBER",
          created_at: "2024-01-31T23:00:00Z",
          body: "Fixed, thank you.",
        }),
        { event: "closed", actor: { login: "dev" }, created_at: "2024-02-01T00:00:00Z" },
      ],
    }),
  ]);
  const report = await importThreads(ctx, [archive], options);
  expect(report).toMatchObject({ topics: 1, replies: 2, officialReplies: 1, skipped: [] });
  const topic = await topicTitled("Fee is shown twice");
  expect(topic).toMatchObject({
    kind: "problem",
    board: "discussion",
    status: "solved",
    replyCount: 2,
    officialCount: 1,
  });
  expect(topic.area.slug).toBe("transaction");
  expect(topic.createdAt).toEqual(new Date("2024-01-01T10:00:00Z"));
  expect(topic.author).toMatchObject({ name: "asker", origin: "import", passwordHash: null, email: null });
  expect(topic.replies.map((reply) => [reply.author.name, reply.author.role, reply.isOfficial])).toEqual([
    ["asker", "member", false],
    ["dev", "staff", true],
  ]);
  expect(topic.timeline.map(({ type }) => type)).toEqual(["opened", "status"]);
});

test("comments on lines become branches", async () => {
  const line = (id: number, answers: number | null, at: string) => ({
    id,
    in_reply_to_id: answers,
    user: { login: "reviewer" },
    body: `line ${id}`,
    path: "src/a.c",
    diff_hunk: "@@ -1 +1 @@\n+x",
    created_at: at,
  });
  const archive = anArchive([
    aThread(2, {
      type: "pull",
      title: "Show the fee once",
      html_url: "https://github.com/acme/wallet/pull/2",
      merged: true,
      state: "closed",
      closed_at: "2024-03-01T00:00:00Z",
      comments: [
        line(11, null, "2024-02-01T00:00:00Z"),
        line(12, 11, "2024-02-02T00:00:00Z"),
        line(13, 11, "2024-02-03T00:00:00Z"),
        line(14, 99, "2024-02-04T00:00:00Z"),
      ],
    }),
  ]);
  await importThreads(ctx, [archive], options);
  const topic = await topicTitled("Show the fee once");
  expect(topic).toMatchObject({ board: "suggestion", status: "shipped" });
  const [root, first, second, alone] = topic.replies;
  expect(topic.replies.map(({ depth }) => depth)).toEqual([1, 2, 2, 1]);
  expect([first?.parentId, second?.parentId, alone?.parentId]).toEqual([root?.id, root?.id, null]);
  expect(root).toMatchObject({ childCount: 2, descendantCount: 2 });
  expect(root?.body).toContain("```diff");
});

test("the same archive again changes nothing", async () => {
  const archive = anArchive([aThread(20, { events: [aComment(200, "x"), aComment(201, "y")] }), aThread(21)]);
  await importThreads(ctx, [archive], options);
  const before = await everything();
  const report = await importThreads(ctx, [archive], options);
  expect(report).toMatchObject({ topics: 0, replies: 0, members: 0, unchanged: 2 });
  expect(await everything()).toEqual(before);
});

test("an archive that has grown adds what is new", async () => {
  await importThreads(
    ctx,
    [anArchive([aThread(30, { title: "Grows with time", events: [aComment(300, "x")] })])],
    options,
  );
  const grown = anArchive([
    aThread(30, {
      title: "Grows with time",
      state: "closed",
      closed_at: "2024-05-01T00:00:00Z",
      events: [aComment(300, "x"), aComment(301, "newcomer-there")],
    }),
  ]);
  expect(await importThreads(ctx, [grown], options)).toMatchObject({ topics: 0, replies: 1 });
  expect(await topicTitled("Grows with time")).toMatchObject({ replyCount: 2, status: "solved" });
});

test("a dry run tells what would come in and writes nothing", async () => {
  const before = await everything();
  const report = await importThreads(ctx, [anArchive([aThread(40, { events: [aComment(400, "z")] })])], {
    isDryRun: true,
  });
  expect(report).toMatchObject({ topics: 1, replies: 1 });
  expect(await everything()).toEqual(before);
});

describe("what an archive may say", () => {
  test("bad records are told with their line and skipped", async () => {
    const archive = anArchive([
      aThread(50),
      "{ not json",
      "[]",
      aThread(51, { created_at: "+275760-09-13T00:00:00Z" }),
      aThread(52, { title: "   " }),
      { unknown: "shape" },
      aThread(53),
      aThread(53, { title: "The same number again" }),
    ]);
    const report = await importThreads(ctx, [archive], options);
    expect(report.topics).toBe(2);
    expect(report.skipped.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8]);
  });

  test("of a damaged file nothing comes in, and the whole one comes in afterwards", async () => {
    const records = Array.from({ length: 200 }, (_, index) =>
      aThread(6_000 + index, {
        body: crypto.randomUUID().repeat(20),
        events: [aComment(60_000 + index, "w")],
      }),
    );
    const before = await everything();
    await expect(importThreads(ctx, [aCutArchive(records)], options)).rejects.toThrow(DamagedArchive);
    expect(await everything()).toEqual(before);
    expect(await importThreads(ctx, [anArchive(records)], options)).toMatchObject({ topics: 200 });
  });

  test("a line without end is damage and not a machine without memory", async () => {
    const archive = anArchive([aThread(6_500, { body: "x".repeat(65 * 1024 * 1024) })]);
    await expect(importThreads(ctx, [archive], options)).rejects.toThrow(DamagedArchive);
  });

  test("nobody becomes an admin or signs in through it", async () => {
    const hostile: Record<string, unknown> = {
      ...aThread(70, { title: "Wants to be admin" }),
      role: "admin",
    };
    (hostile.issue as Record<string, unknown>).user = {
      login: "evil",
      role: "admin",
      passwordHash: "x",
      email: "a@b.c",
    };
    await importThreads(ctx, [anArchive([hostile])], options);
    const { author } = await topicTitled("Wants to be admin");
    expect(author).toMatchObject({ role: "member", passwordHash: null, email: null });
  });

  test("markup stays text, and names that are not ours become ones that are", async () => {
    const archive = anArchive([
      aThread(80, {
        title: "Hostile <script>alert(1)</script>",
        body: '<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror="alert(1)">\u0000\u0007',
        user: { login: "官方客服 <b>" },
      }),
    ]);
    await importThreads(ctx, [archive], options);
    const topic = await topicTitled("Hostile <script>alert(1)</script>");
    expect(topic.bodyHtml.match(/<[^>]*>/g)).toEqual(["<p>", "</p>"]);
    expect(topic.author.name).toMatch(/^[\p{L}0-9_-]+$/u);
  });

  test("replies that answer each other in a circle answer the topic", async () => {
    const line = (id: number, answers: number) => ({
      id,
      in_reply_to_id: answers,
      user: { login: "r" },
      body: `c${id}`,
      path: "a",
      diff_hunk: "",
      created_at: "2024-02-01T00:00:00Z",
    });
    const archive = anArchive([
      aThread(90, { title: "Goes in circles", comments: [line(1, 2), line(2, 1), line(3, 3)] }),
    ]);
    await importThreads(ctx, [archive], options);
    expect((await topicTitled("Goes in circles")).replies).toHaveLength(3);
  });

  test("deleted accounts are one member that says so", async () => {
    const archive = anArchive([
      aThread(95, { title: "From nobody", user: null, events: [aComment(950, "ghost")] }),
    ]);
    await importThreads(ctx, [archive], options);
    const topic = await topicTitled("From nobody");
    expect(topic.author.displayName).toContain("Deleted account");
    expect(topic.replies[0]?.authorId).toBe(topic.authorId);
  });
});
