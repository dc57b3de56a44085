import { expect, test } from "vitest";
import { castVoteFor, withdrawVoteFor } from "~/features/suggestions/voting-for.server";
import { castVote, withdrawVote } from "~/features/suggestions/voting.server";
import { getTopic } from "~/features/topics/reading.server";
import { refused } from "~/platform/outcome";
import { aMember } from "../../factories/members";
import { aSuggestion } from "../../factories/suggestions";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db } = platform;
const lin = contextFor(platform, await aMember(platform, { name: "lin", role: "staff" }));
const mei = contextFor(platform, await aMember(platform, { name: "Mei" }));

test("staff vote for a member once, with their own name kept and the member told once", async () => {
  const { id, number } = await aSuggestion(platform);
  expect(await castVoteFor(lin, { number, member: "@mei" })).toMatchObject({ ok: true, count: 2 });
  expect(await castVoteFor(lin, { number, member: "Mei" })).toEqual(refused("voter-voted"));
  expect(await db.vote.findMany({ where: { topicId: id, memberId: mei.actor.id } })).toMatchObject([
    { addedById: lin.actor.id },
  ]);
  const events = await db.outbox.findMany({ where: { type: "suggestion.vote-added" } });
  expect(events.map(({ payload }) => payload)).toEqual([
    { topicId: id, memberId: mei.actor.id, addedById: lin.actor.id },
  ]);
});

test("only the team reads in the timeline who voted for whom", async () => {
  const { number } = await aSuggestion(platform);
  await castVoteFor(lin, { number, member: "mei" });
  const typesFor = async (ctx: Parameters<typeof getTopic>[0]) =>
    (await getTopic(ctx, number)).timeline.map(({ type }) => type);
  expect(await typesFor(lin)).toContain("vote-added");
  const moderator = contextFor(platform, await aMember(platform, { role: "moderator" }));
  for (const ctx of [guest(platform), mei, moderator]) expect(await typesFor(ctx)).toEqual(["opened"]);
});

test("whoever takes such a vote back is not voted for again, and may still vote themselves", async () => {
  const { number } = await aSuggestion(platform);
  await castVoteFor(lin, { number, member: "mei" });
  expect(await withdrawVote(mei, { number })).toMatchObject({ count: 1 });
  expect(await castVoteFor(lin, { number, member: "mei" })).toEqual(refused("voter-withdrew"));
  expect(await castVote(mei, { number })).toMatchObject({ count: 2 });
});

test("staff take back what they cast, never what somebody cast themselves", async () => {
  const { number } = await aSuggestion(platform, { voters: [mei.actor] });
  expect(await withdrawVoteFor(lin, { number, member: "mei" })).toEqual(refused("vote-not-added"));
  const other = await aSuggestion(platform);
  await castVoteFor(lin, { number: other.number, member: "mei" });
  expect(await withdrawVoteFor(lin, { number: other.number, member: "mei" })).toMatchObject({ count: 1 });
});

test("nobody is voted for who is unknown, imported, gone or suspended, nor where voting is closed", async () => {
  const { number } = await aSuggestion(platform);
  await aMember(platform, { name: "imported", origin: "import" });
  await aMember(platform, { name: "gone", deletedAt: platform.clock.now() });
  await aMember(platform, { name: "banned", suspendedAt: platform.clock.now() });
  for (const member of ["nobody", "imported", "gone"])
    expect(await castVoteFor(lin, { number, member })).toEqual(refused("voter-unknown"));
  expect(await castVoteFor(lin, { number, member: "banned" })).toEqual(refused("voter-suspended"));
  const shipped = await aSuggestion(platform, { status: "shipped" });
  expect(await castVoteFor(lin, { number: shipped.number, member: "mei" })).toEqual(refused("voting-closed"));
});

test("nobody but staff votes for others", async () => {
  const { number } = await aSuggestion(platform);
  for (const role of ["member", "moderator"] as const) {
    const ctx = contextFor(platform, await aMember(platform, { role }));
    await expect(castVoteFor(ctx, { number, member: "mei" })).rejects.toThrow("suggestion.vote-for");
    await expect(withdrawVoteFor(ctx, { number, member: "mei" })).rejects.toThrow("suggestion.vote-for");
  }
});
