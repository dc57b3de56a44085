import { afterAll, beforeAll, expect, test } from "vitest";
import { aSignInSite, type Answer, membersWithPassword, password, type SignInSite } from "./sign-in-site";

const accounts = 500;
const wrong = "not the right one";

let site: SignInSite;
let names: string[];

beforeAll(async () => {
  site = await aSignInSite();
  names = await membersWithPassword(site.platform, "target", accounts);
}, 300_000);

afterAll(() => site.stop());

test("one network that tries one password at many accounts is stopped after what its limit allows", async () => {
  const answers = await inLanes(names, (identifier) =>
    site.post("/sign-in", { identifier, password: wrong }, { network: 9_000_000 }),
  );
  const looked = answers.filter(({ status }) => status !== 429).length;
  print("spray from one network", { accounts, looked, refused: accounts - looked });
  expect(looked).toBeLessThanOrEqual(60);
  expect(looked).toBeGreaterThan(0);
}, 300_000);

test("a thousand networks that guess at one account get its free tries, and its owner still comes in", async () => {
  const target = names[0]!;
  const { cookies } = await site.post("/sign-in", { identifier: target, password });
  const device = cookies.map((cookie) => cookie.split(";")[0]!).find((cookie) => cookie.includes("device"))!;
  const guesses = Array.from({ length: 1_000 }, (_, index) => index);
  const answers = await inLanes(guesses, () =>
    site.post("/sign-in", { identifier: target, password: wrong }),
  );
  const looked = answers.filter(({ status }) => status !== 429).length;
  const rightElsewhere = await site.post("/sign-in", { identifier: target, password });
  const atHome = await site.post("/sign-in", { identifier: target, password }, { cookie: device });
  print("rotation at one account", {
    networks: guesses.length,
    looked,
    refused: guesses.length - looked,
    atHome: atHome.status,
  });
  // Ten free, then waits that double from two seconds on: few fit into the time this takes, none beyond a hundred ever.
  expect(looked).toBeLessThanOrEqual(20);
  expect(rightElsewhere.status, "a stranger's right guess is not looked at").toBe(429);
  expect(atHome.status, "the owner at a browser of theirs").toBe(303);
}, 600_000);

test("a list of stolen passwords tried once each from many networks costs every account at most one look", async () => {
  const answers = await inLanes(names.slice(1), (identifier) =>
    site.post("/sign-in", { identifier, password: wrong }),
  );
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  print("stuffing from as many networks as accounts", Object.fromEntries(counts));
  expect(answers.filter(({ status }) => status === 303)).toEqual([]);
}, 600_000);

async function inLanes<T>(all: readonly T[], ask: (each: T) => Promise<Answer>): Promise<Answer[]> {
  const waiting = [...all];
  const answers: Answer[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      answers.push(await ask(next));
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  return answers;
}

function print(what: string, figures: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ what, ...figures })}\n`);
}
