import type { ServerBuild } from "@remix-run/node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runCommand } from "~/wiring/cli.server";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { testPlatform } from "../../setup/platform";
import { hearback } from "./hearback";

const platform = await testPlatform();
const commands = ["start", "worker", "migrate", "member", "import", "reindex", "doctor", "seed"];
let spoken = { out: "", error: "" };

beforeEach(() => {
  spoken = { out: "", error: "" };
  vi.stubEnv("DATA_DIR", platform.config.dataDir);
  vi.stubEnv("DATABASE_URL", platform.config.databaseUrl);
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((spoken.out += String(text))));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((spoken.error += String(text))));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** One command line inside this process: exit code and what it said. */
async function run(...args: string[]) {
  const code = await runCommand(args, {} as ServerBuild);
  return { code, ...spoken };
}

describe("every command", () => {
  test("is listed with what it does", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const name of commands) expect(out).toMatch(new RegExp(`^  ${name} +[a-z]`, "m"));
  });

  test.each(commands)("%s explains itself", async (name) => {
    const { code, out } = await run(name, "--help");
    expect([code, out.startsWith(`hearback ${name}`)]).toEqual([0, true]);
  });

  test.each(commands.filter((name) => name !== "member"))(
    "%s refuses an option it does not know",
    async (name) => {
      const { code, out, error } = await run(name, "--bogus");
      expect([code, out]).toEqual([2, ""]);
      expect(error).toContain("--bogus");
    },
  );

  test("that does not exist is answered with a way on", async () => {
    expect(await run("explode")).toMatchObject({
      code: 2,
      error: 'There is no command "explode". hearback --help lists them.\n',
    });
  });

  test("fails in JSON when asked for JSON", async () => {
    const { error } = await run("seed", "--topics", "many", "--json");
    expect(JSON.parse(error)).toEqual({ error: "--topics takes a whole number from 1 to 5000000." });
  });
});

describe("a setting that cannot be used", () => {
  test.each([
    ["PORT", "eighty"],
    ["DATABASE_URL", "mysql://there"],
    ["ORIGIN", "not an address"],
  ])("%s=%s is named", async (name, value) => {
    vi.stubEnv(name, value);
    const { code, error } = await run("migrate");
    expect(code).toBe(1);
    expect(error).toContain(`  ${name}: `);
  });

  test("a database that is away is said in a sentence", async () => {
    vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing");
    expect(await run("migrate")).toMatchObject({
      code: 1,
      error: "The database does not answer. Check DATABASE_URL and that the server runs.\n",
    });
  });
});

test("migrate says where the database stands", async () => {
  const { out } = await run("migrate", "--status", "--json");
  expect(JSON.parse(out)).toMatchObject({ pending: [], failed: [], applied: expect.any(Array) });
});

describe("members", () => {
  const create = ["member", "create", "--email", "ann@example.org", "--name", "ann"];

  test("an account is made with the password of standard input, whoever reads the list of processes", async () => {
    const asked = [...create, "--role", "admin", "--password-stdin", "--json"];
    const made = await hearback(platform, asked, { input: "plum tarts at noon\n" });
    expect([made.code, JSON.parse(made.stdout)]).toEqual([0, { name: "ann", role: "admin" }]);
    const member = await platform.db.member.findUniqueOrThrow({ where: { nameFolded: "ann" } });
    expect(member).toMatchObject({ email: "ann@example.org", role: "admin", origin: "account" });
    expect(member.passwordHash).toMatch(/^\$argon2id\$/);

    const again = await hearback(platform, asked, { input: "plum tarts at noon\n" });
    expect(again.code).toBe(1);
    expect(JSON.parse(again.stderr)).toEqual({
      error: "name: Somebody has this name already. Choose another.",
    });
  });

  test("a password that is too easy is refused with the reason", async () => {
    const { code, stderr } = await hearback(
      platform,
      ["member", "create", "--email", "b@example.org", "--name", "bea", "--password-stdin"],
      { input: "short" },
    );
    expect([code, stderr]).toEqual([1, "password: A password has at least 10 characters.\n"]);
  });

  test("what is missing is asked for", async () => {
    expect(await run(...create)).toMatchObject({
      code: 2,
      error: "member create needs --email, --name and --password-stdin.\n",
    });
    expect((await run("member")).error).toContain("Say what to do:");
    expect((await run("member", "promote", "ann")).code).toBe(2);
    expect((await run("member", "promote", "ann", "king")).error).toContain(
      "member, moderator, staff, admin",
    );
    expect((await run("member", "promote", "ann", "staff", "--bogus")).code).toBe(2);
  });

  test("a member gets another role; the last admin keeps theirs", async () => {
    await aMember(platform, { name: "joe" });
    expect(await run("member", "promote", "Joe", "staff")).toMatchObject({
      code: 0,
      out: "joe is staff now.\n",
    });
    expect((await platform.db.member.findUniqueOrThrow({ where: { nameFolded: "joe" } })).role).toBe("staff");
    await run("member", "promote", "joe", "admin");
    await platform.db.member.updateMany({ where: { name: { not: "joe" } }, data: { role: "member" } });
    const refused = await run("member", "promote", "joe", "member");
    expect([refused.code, refused.error]).toEqual([1, expect.stringContaining("last admin")]);
  });

  test("nobody by that name is said so", async () => {
    expect(await run("member", "promote", "nobody-here", "staff")).toMatchObject({
      code: 1,
      error: "Nobody with an account is called nobody-here.\n",
    });
  });
});

describe("the site", () => {
  test("is seeded once, with counts for machines", async () => {
    const asked = ["seed", "--topics", "12", "--replies", "20", "--members", "4", "--seed", "3"];
    const made = await run(...asked, "--json");
    expect(made.code).toBe(0);
    expect(JSON.parse(made.out)).toMatchObject({
      ...{ topics: 12, replies: 20, members: 4, seed: 3 },
      seconds: expect.any(Number),
    });
    const again = await run(...asked);
    expect([again.code, again.error]).toEqual([1, expect.stringContaining("was seeded before")]);
  });

  test("is indexed anew", async () => {
    const { code, out } = await run("reindex", "--json");
    const { documents } = JSON.parse(out) as { documents: number };
    expect([code, documents]).toEqual([0, (await platform.search.listIds()).length]);
    expect(documents).toBeGreaterThan(32);
  });

  test("is examined: exit code 1 and a sentence as long as something is wrong", async () => {
    expect((await run("doctor")).code).toBe(0);
    const { id } = await aDiscussion(platform);
    await run("reindex");
    await platform.db.topic.update({ where: { id }, data: { replyCount: 5 } });
    const found = await run("doctor", "--json");
    expect(found.code).toBe(1);
    expect(found.out).toContain('{"check":"replies of topics","count":1,"fixed":0}');
    expect(found.error).toContain("hearback doctor --fix repairs what it can");
    expect((await run("doctor", "--fix")).out).toContain("fixed replies of topics: 1");
    expect((await run("doctor")).code).toBe(0);
  });
});
