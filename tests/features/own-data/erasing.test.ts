import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileKey } from "~/features/attachments/file-keys";
import {
  closeAccount,
  findReturn,
  graceMs,
  keepAccount,
  offerReturn,
} from "~/features/auth/closing-account.server";
import { systemContext } from "~/features/members/context";
import { claimName, nameKeptForMs } from "~/features/members/claiming.server";
import { freeNames } from "~/features/members/nameless.server";
import { getMember, listFormerTeam, listTeam } from "~/features/members/reading.server";
import { askForCopy } from "~/features/own-data/asking.server";
import { eraseDueAccounts } from "~/features/own-data/erasing.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { wipeTraces } from "~/platform/db/traces.server";
import { NotFound } from "~/platform/errors";
import { examine } from "~/wiring/examination.server";
import { aMember } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";
import { settle, somebody } from "./somebody";

const platform = await testPlatform();
const system = systemContext(platform);
const { db, clock, files } = platform;
await aMember(platform, { role: "admin", name: "keeper" });
let words = 0;
const word = () => `canaryquokka${String.fromCharCode(97 + words++)}zz`;

test("a closed account is signed out and gone from sight, its votes rest, and both come back with it", async () => {
  const { me, ctx, suggestion } = await somebody(platform, word());
  expect(await closeAccount(ctx, { name: "somebody-else", keepsPosts: true })).toEqual({
    ok: false,
    reason: "name-differs",
  });
  const asked = await Promise.all(
    [1, 2].map(() => closeAccount(ctx, { name: me.name.toUpperCase(), keepsPosts: true })),
  );
  expect(asked.every(({ ok }) => ok)).toBe(true);
  await settle(platform);
  expect(await db.session.count({ where: { memberId: me.id } })).toBe(0);
  await expect(getMember(platform, me.name)).rejects.toThrow(NotFound);
  expect((await db.vote.findMany({ where: { memberId: me.id } })).every(({ isCounted }) => !isCounted)).toBe(
    true,
  );
  const told = await db.mail.findMany({ where: { memberId: me.id, kind: "account" } });
  expect(told.map(({ state }) => state)).toEqual(["sent"]);

  const token = await offerReturn(system, me.id);
  expect(await findReturn(system, token)).not.toBeNull();
  const kept = await Promise.all([1, 2].map(() => keepAccount(system, token)));
  expect(kept.filter(({ ok }) => ok)).toHaveLength(1);
  await settle(platform);
  expect((await getMember(platform, me.name)).id).toBe(me.id);
  const { voteCount } = await db.topic.findUniqueOrThrow({ where: { id: suggestion.id } });
  expect(voteCount).toBe(await db.vote.count({ where: { topicId: suggestion.id, isCounted: true } }));
  expect(await eraseDueAccounts(system)).toBe(0);
}, 120_000);

test("the last admin stays, and of two who leave at once one does", async () => {
  await db.member.updateMany({ where: { role: "admin" }, data: { role: "member" } });
  const [one, other] = [
    await aMember(platform, { role: "admin" }),
    await aMember(platform, { role: "admin" }),
  ];
  const outcomes = await Promise.all(
    [one, other].map((admin) =>
      closeAccount(contextFor(platform, admin), { name: admin.name, keepsPosts: true }),
    ),
  );
  expect(outcomes.map((outcome) => (outcome.ok ? "closed" : outcome.reason)).sort()).toEqual([
    "closed",
    "last-admin",
  ]);
}, 60_000);

test("an account that is kept in the last moment is not erased, and one that is being erased is not kept", async () => {
  const { me, ctx } = await somebody(platform, word());
  await closeAccount(ctx, { name: me.name, keepsPosts: true });
  const token = await offerReturn(system, me.id);
  await db.accountDeletion.update({ where: { memberId: me.id }, data: { startedAt: clock.now() } });
  expect(await keepAccount(system, token)).toEqual({ ok: false, reason: "link-used-up" });
}, 60_000);

test("what was removed is in no file of the site, however often the work was cut off", async () => {
  const canary = word();
  const made = await somebody(platform, canary);
  const { me, ctx, answered, alone, theirs, reply, suggestion, picture, loose } = made;
  await askForCopy(ctx);
  await settle(platform);
  if (platform.databaseKind === "sqlite") expect(filesWith(canary)).not.toEqual([]);
  await closeAccount(ctx, { name: me.name, keepsPosts: false });
  clock.advance(graceMs);

  // Cut off after each transaction in turn, until one run gets through.
  let runs = 0;
  for (let isDone = false; !isDone; runs++) {
    try {
      await eraseDueAccounts(system, killedAfter(runs));
      isDone = true;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }
  expect(runs).toBeGreaterThan(10);
  await settle(platform);
  await eraseDueAccounts(system);
  await settle(platform);
  await wipeTraces(platform);

  const row = await db.member.findUniqueOrThrow({ where: { id: me.id } });
  expect(row).toMatchObject({
    email: null,
    passwordHash: null,
    bio: "",
    role: "member",
    displayName: "Deleted member",
  });
  expect(
    (await db.accountDeletion.findUniqueOrThrow({ where: { memberId: me.id } })).finishedAt,
  ).not.toBeNull();
  const topic = await db.topic.findUniqueOrThrow({ where: { id: answered.id } });
  expect(topic).toMatchObject({ body: "", title: "Removed by its author", isListed: false, deletedAt: null });
  expect((await db.topic.findUniqueOrThrow({ where: { id: alone.id } })).deletedAt).not.toBeNull();
  expect(await db.reply.findUniqueOrThrow({ where: { id: reply.id } })).toMatchObject({
    body: "",
    bodyHtml: "",
  });
  expect(await db.reply.count({ where: { id: made.theirReply.id, deletedAt: null } })).toBe(1);
  expect(await db.revision.count({ where: { OR: [{ topicId: answered.id }, { replyId: reply.id }] } })).toBe(
    0,
  );
  for (const id of [picture, loose])
    for (const size of ["full", "thumb"] as const) expect(await files.stat(fileKey(id, size))).toBeNull();
  expect(await db.vote.count({ where: { memberId: me.id } })).toBe(0);
  expect((await db.topic.findUniqueOrThrow({ where: { id: suggestion.id } })).voteCount).toBe(0);
  expect((await db.topic.findUniqueOrThrow({ where: { id: theirs.id } })).affectedCount).toBe(0);
  expect(await wrongs()).toEqual([]);
  expect(filesWith(canary)).toEqual([]);
  expect(await inTables(canary)).toEqual([]);
  // Again changes nothing.
  expect(await eraseDueAccounts(system)).toBe(0);
}, 400_000);

test("what was kept stays under no name", async () => {
  const canary = word();
  const { me, ctx, answered, reply, picture, loose } = await somebody(platform, canary);
  await closeAccount(ctx, { name: me.name, keepsPosts: true });
  clock.advance(graceMs);
  for (let round = 0; round < 2; round++) {
    await eraseDueAccounts(system);
    await settle(platform);
  }
  expect((await db.topic.findUniqueOrThrow({ where: { id: answered.id } })).body).toBe(
    `Better body ${canary}`,
  );
  expect((await db.reply.findUniqueOrThrow({ where: { id: reply.id } })).deletedAt).toBeNull();
  expect(await files.stat(fileKey(picture, "full"))).not.toBeNull();
  expect(await files.stat(fileKey(loose, "full"))).toBeNull();
  const texts = (await inTables(`Mei ${canary}`)).concat(await inTables(`${canary}@members.test`));
  expect(texts).toEqual([]);
  expect(await inTables(`${canary}.png`)).toEqual([]);
  expect(await wrongs()).toEqual([]);
}, 200_000);

test("what was said for the site stays under its seal and title, and the roster forgets who said it", async () => {
  const staff = await aMember(platform, { role: "staff", displayName: "Lin Wandering", title: "Support" });
  const problem = await aDiscussion(platform);
  const { id, reference } = await anOfficialReply(platform, problem, { author: staff });
  const before = await db.officialReply.findUniqueOrThrow({ where: { reference } });
  await closeAccount(contextFor(platform, staff), { name: staff.name, keepsPosts: false });
  clock.advance(graceMs);
  for (let round = 0; round < 2; round++) {
    await eraseDueAccounts(system);
    await settle(platform);
  }
  const after = await db.officialReply.findUniqueOrThrow({ where: { reference } });
  expect(after).toEqual({ ...before, authorName: "Deleted member" });
  expect(after.authorTitle).toBe("Support");
  expect((await db.reply.findUniqueOrThrow({ where: { id } })).deletedAt).toBeNull();
  const roster = [...(await listTeam(platform)), ...(await listFormerTeam(platform))];
  expect(roster.map((member) => member.id)).not.toContain(staff.id);
  expect(await wrongs()).toEqual([]);
}, 120_000);

test("the name of who has gone is nobody's for ninety days", async () => {
  const me = await aMember(platform, { name: "wandering" });
  await closeAccount(contextFor(platform, me), { name: me.name, keepsPosts: true });
  clock.advance(graceMs);
  await eraseDueAccounts(system);
  const claim = await db.nameClaim.findFirstOrThrow({ where: { memberId: me.id } });
  expect(claim.name).toBe("");
  clock.advance(nameKeptForMs - 1);
  expect(await db.nameClaim.count({ where: { memberId: me.id } })).toBe(1);
  clock.advance(1);
  await freeNames(system);
  expect(await db.nameClaim.count({ where: { memberId: me.id } })).toBe(0);
}, 60_000);

class Killed extends Error {}

/** A process that dies before the transaction after so many. */
function killedAfter(transactions: number): AbortSignal {
  let left = transactions;
  return {
    throwIfAborted() {
      if (left-- <= 0) throw new Killed();
    },
  } as AbortSignal;
}

async function wrongs(): Promise<string[]> {
  const findings = await examine(platform, { isFixing: false, onCheck: () => {} });
  return findings.filter(({ count }) => count > 0).map(({ check, count }) => `${check}: ${count}`);
}

/** Files of the data folder in which a word can be read: the database and its log, the index, mails, uploads, copies. */
function filesWith(text: string): string[] {
  const found: string[] = [];
  function look(folder: string) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) look(path);
      else if (readFileSync(path).toString("latin1").toLowerCase().includes(text)) found.push(path);
    }
  }
  look(platform.config.dataDir);
  return found;
}

/** The same by asking every table, for what is not in a file here. */
async function inTables(text: string): Promise<string[]> {
  const found: string[] = [];
  const models = Object.entries(db as unknown as Record<string, { findMany?: () => Promise<unknown[]> }>);
  for (const name of Object.keys(db).concat(models.map(([key]) => key)))
    if (/^[a-z]/.test(name)) {
      const model = (db as unknown as Record<string, { findMany?: () => Promise<unknown[]> }>)[name];
      if (typeof model?.findMany !== "function") continue;
      const rows = await model.findMany();
      if (
        JSON.stringify(rows, (_, value: unknown) =>
          typeof value === "bigint" ? Number(value) : value,
        ).includes(text)
      )
        found.push(name);
    }
  return [...new Set(found)];
}

test("who looks like somebody else by name, and came before looks were claimed, can leave all the same", async () => {
  const lian = await aMember(platform, { name: "Lian" });
  await inTransaction(system, (tx) => claimName(tx, { memberId: lian.id, name: "Lian" }));
  const alike = await aMember(platform, { name: "Llan" });
  await closeAccount(contextFor(platform, alike), { name: "Llan", keepsPosts: true });
  clock.advance(graceMs);
  await settle(platform);
  await eraseDueAccounts(system);
  expect(
    (await db.accountDeletion.findUniqueOrThrow({ where: { memberId: alike.id } })).finishedAt,
  ).not.toBeNull();
  expect(await db.nameClaim.findMany({ where: { memberId: lian.id, releasedAt: null } })).not.toEqual([]);
});
