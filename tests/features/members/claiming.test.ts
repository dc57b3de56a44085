import { describe, expect, test } from "vitest";
import { createMember } from "~/features/auth/appointing.server";
import { signUp } from "~/features/auth/signing-up.server";
import { addMember } from "~/features/members/adding.server";
import { claimMissingNames, LooksTaken, nameKeptForMs } from "~/features/members/claiming.server";
import { systemContext } from "~/features/members/context";
import { findObstacle } from "~/features/members/finding.server";
import { inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { namesCheck } from "~/wiring/examination/names.server";
import { aMember } from "../../factories/members";
import { guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };
const password = "nine kites over harbour";
let serial = 0;

const obstacle = (name: string, isAppointed = false) =>
  findObstacle(platform, { name, email: `claimer-${++serial}@post.example`, isAppointed });
const owners = async (skeleton: string) =>
  (await db.nameClaim.findMany({ where: { skeleton } })).map(({ name }) => name);

/** What of an account is written, without what comes before it. */
async function add(name: string): Promise<"joined" | "taken"> {
  try {
    await inTransaction(guest(platform), (tx) => addMember(tx, { name, email: null, passwordHash: null }));
    return "joined";
  } catch (error) {
    if (error instanceof LooksTaken || isUniqueViolation(error)) return "taken";
    throw error;
  }
}

test("members who came before looks were claimed get them once, the earlier of two alike first", async () => {
  const came = await Promise.all(["tomas", "linnea"].map((name) => aMember(platform, { name })));
  const later = await aMember(platform, { name: "t0mas" });
  await db.nameClaim.deleteMany({ where: { memberId: { in: [...came, later].map(({ id }) => id) } } });
  expect(await namesCheck.count(platform)).toBe(2);
  expect(await namesCheck.fix!(platform)).toBe(2);
  expect(await claimMissingNames(platform, { isFixing: true })).toBe(0);
  expect(await owners("tornas")).toEqual(["tomas"]);
  expect(await obstacle("1innea")).toBe("name-alike");
});

describe("a name that looks like another", () => {
  test.each([
    ["mark", "rnark"],
    ["Ilse", "lIse"],
    ["wanda", "vvanda"],
    ["oscar10", "0scarlO"],
    ["Beta", "ВЕТА"],
    ["chloe", "Chloë"],
    ["kai-uwe", "kai_uwe"],
    ["力士", "カ士"],
  ])("is refused: %s, then %s", async (first, second) => {
    await aMember(platform, { name: first });
    expect(await obstacle(second)).toBe("name-alike");
    expect(await add(second)).toBe("taken");
    expect(await db.member.count({ where: { name: second } })).toBe(0);
  });

  test("is refused by the form of sign-up and by the command line, with a sentence", async () => {
    await aMember(platform, { name: "verena" });
    const account = { name: "ver-ena", email: "verena@post.example", password };
    const refused = { ok: false, errors: { fields: { name: { id: "name-alike" } } } };
    expect(await signUp(guest(platform), account, visit)).toEqual(refused);
    expect(await createMember(systemContext(platform), { ...account, role: "staff" })).toEqual(refused);
  });

  test("lets one of twenty through who ask for it at once", async () => {
    const spellings = ["simon", "sirnon", "sim0n", "Simon", "s-imon", "si_mon", "SIM0N", "Sírnon"];
    const names = Array.from({ length: 20 }, (_, index) => spellings[index % spellings.length]!);
    const answers = await Promise.all(names.map(add));
    expect(answers.filter((answer) => answer === "joined")).toHaveLength(1);
    const nameFolded = { in: spellings.map((name) => name.toLowerCase()) };
    expect(await db.member.count({ where: { nameFolded } })).toBe(1);
    expect(await owners("slrnon")).toHaveLength(1);
  });

  test("is refused where it is what somebody of the team is shown as, today or once", async () => {
    await aMember(platform, { name: "ada-k", displayName: "Ada Kowalska", role: "staff" });
    const former = await aMember(platform, { name: "jo-99", displayName: "Jonna Berg" });
    await db.member.update({ where: { id: former.id }, data: { leftTeamAt: clock.now() } });
    expect(await obstacle("AdaKowa1ska")).toBe("name-of-team");
    expect(await obstacle("jonna_berg")).toBe("name-of-team");
    expect(await obstacle("jonna_berg", true)).toBeNull();
    expect(await obstacle("ada-kowal")).toBeNull();
    await aMember(platform, { name: "li-dong", displayName: "李未东", role: "staff" });
    expect(await obstacle("李末東")).toBe("name-of-team");
    expect(await obstacle("李东")).toBeNull();
  });
});

test("a name given up is free for others after its time, unless its owner is of the team", async () => {
  const { id } = await aMember(platform, { name: "hannah" });
  const giveUp = (releasedAt: Date) =>
    db.nameClaim.updateMany({ where: { memberId: id }, data: { releasedAt } });
  const now = clock.now().getTime();
  await db.member.update({ where: { id }, data: { name: "elsewhere", nameFolded: "elsewhere" } });
  await giveUp(new Date(now - nameKeptForMs + 1_000));
  expect([await obstacle("hannah"), await add("hannah")]).toEqual(["name-alike", "taken"]);
  await giveUp(new Date(now - nameKeptForMs));
  await db.member.update({ where: { id }, data: { role: "staff" } });
  expect([await obstacle("hannah"), await add("hannah")]).toEqual(["name-alike", "taken"]);
  await db.member.update({ where: { id }, data: { role: "member" } });
  expect([await obstacle("hannah"), await add("hannah")]).toEqual([null, "joined"]);
});
