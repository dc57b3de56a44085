import { describe, expect, test } from "vitest";
import { declineOf } from "~/features/suggestions/decline";
import { listDeclined } from "~/features/suggestions/declines.server";
import { StatusSchema } from "~/features/suggestions/input";
import { setSuggestionStatus } from "~/features/suggestions/statuses.server";
import { castVote } from "~/features/suggestions/voting.server";
import { getTopic } from "~/features/topics/reading.server";
import { parseForm } from "~/platform/http/parse-form";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { aDiscussion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const staff = contextFor(platform, await aMember(platform, { role: "staff", displayName: "Mara" }));
const mei = contextFor(platform, await aMember(platform));
const declined = {
  to: "declined",
  reason: "another-way",
  text: "Use the address book.\nIt syncs since 2.4.",
} as const;

describe("staff decide", () => {
  test("what becomes of a suggestion, and the timeline says who and what", async () => {
    const { number } = await aSuggestion(platform);
    await setSuggestionStatus(staff, { number, to: "planned", text: undefined, reason: undefined });
    const topic = await getTopic(mei, number);
    expect(topic.status).toBe("planned");
    expect(topic.timeline.at(-1)).toMatchObject({
      type: "status",
      data: { from: "open", to: "planned" },
      actor: { displayName: "Mara" },
    });
  });

  test("once, even when the form is sent twice", async () => {
    const { id, number } = await aSuggestion(platform);
    const send = () => setSuggestionStatus(staff, { number, ...declined });
    await Promise.all([send(), send(), send()]);
    expect(await db.timelineEntry.count({ where: { topicId: id, type: "status" } })).toBe(1);
    expect(
      await db.outbox.count({
        where: { type: "topic.status-changed", payload: { path: pathTo("topicId"), equals: id } },
      }),
    ).toBe(1);
  });

  test("to decline with a reason and a text, which readers find on the suggestion and in the list", async () => {
    const { number } = await aSuggestion(platform, { title: "Store the phrase in your cloud" });
    await setSuggestionStatus(staff, { number, ...declined });
    const decision = { reason: "another-way", text: declined.text, by: "Mara" };
    expect(declineOf(await getTopic(mei, number))).toMatchObject(decision);
    const [latest] = await listDeclined(platform, { limit: 1 });
    expect(latest).toMatchObject({ number, title: "Store the phrase in your cloud", ...decision });
  });

  test("otherwise later: an open suggestion has no reason to be declined, and takes votes again", async () => {
    const { number } = await aSuggestion(platform);
    await setSuggestionStatus(staff, { number, ...declined });
    expect(await castVote(mei, { number })).toEqual(refused("voting-closed"));
    await setSuggestionStatus(staff, { number, to: "open", reason: undefined, text: undefined });
    expect(await castVote(mei, { number })).toMatchObject({ ok: true, count: 2 });
    expect((await getTopic(mei, number)).declinedReason).toBeNull();
  });

  test("nothing about what was merged", async () => {
    const { number } = await aSuggestion(platform, { status: "merged" });
    expect(await setSuggestionStatus(staff, { number, ...declined })).toEqual(refused("suggestion-merged"));
  });
});

describe("nobody else decides", () => {
  test("not a member, not the author, not a moderator", async () => {
    const { number, author } = await aSuggestion(platform);
    const moderator = await aMember(platform, { role: "moderator" });
    for (const actor of [mei.actor, author, moderator]) {
      const sent = setSuggestionStatus(contextFor(platform, actor), { number, ...declined });
      await expect(sent).rejects.toThrow("suggestion.status");
    }
    await expect(setSuggestionStatus(guest(platform) as never, { number, ...declined })).rejects.toThrow();
  });

  test("and a problem is not decided as if it were a suggestion", async () => {
    const { number } = await aDiscussion(platform);
    await expect(setSuggestionStatus(staff, { number, ...declined })).rejects.toThrow("suggestion");
  });
});

describe("the form", () => {
  const read = (values: object) => {
    const parsed = parseForm(StatusSchema, values);
    if (parsed.ok) return parsed.value;
    return Object.fromEntries(Object.entries(parsed.errors.fields).map(([name, { id }]) => [name, id]));
  };

  test("asks for reason and text when declining", () => {
    const both = { reason: "decline-reason-required", text: "decline-text-required" };
    expect(read({ to: "declined", reason: "", text: " \n " })).toEqual(both);
    expect(read({ to: "declined", reason: "because", text: "No." })).toEqual({ reason: both.reason });
    expect(read(declined)).toEqual(declined);
  });

  test("takes a status alone otherwise, and leaves a reason picked by mistake behind", () => {
    expect(read({ to: "planned", reason: "not-now", text: "" })).toEqual({ to: "planned" });
  });

  test("knows no other status, merged included", () => {
    for (const to of ["merged", "solved", "", undefined])
      expect(read({ to })).toEqual({ to: "status-required" });
  });

  test("takes a text of a thousand characters and says so about a longer one", () => {
    expect(read({ to: "started", text: "字".repeat(1_000) })).toMatchObject({ to: "started" });
    expect(read({ to: "started", text: "字".repeat(1_001) })).toEqual({ text: "decision-too-long" });
  });
});

test("a vote that meets a decision is counted before it or refused after it, never lost between", async () => {
  const { id, number } = await aSuggestion(platform);
  const voters = await Promise.all(Array.from({ length: 12 }, () => aMember(platform)));
  const [, ...answers] = await Promise.all([
    setSuggestionStatus(staff, { number, ...declined }),
    ...voters.map((voter) => castVote(contextFor(platform, voter), { number })),
  ]);
  const counted = answers.filter((answer) => answer.ok).length;
  expect(await db.vote.count({ where: { topicId: id } })).toBe(1 + counted);
  expect((await db.topic.findUniqueOrThrow({ where: { id } })).voteCount).toBe(1 + counted);
});

/** Prisma names a place inside a JSON column differently on each database. */
function pathTo(field: string) {
  return (platform.databaseKind === "sqlite" ? `$.${field}` : [field]) as string;
}
