import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionsOf } from "~/features/auth/lucia.server";
import { aMember } from "../factories/members";
import { aSignInSite, type Answer, membersWithPassword, password, type SignInSite } from "./sign-in-site";

const samples = Number(process.env.HEARBACK_FAULT_SAMPLES ?? 1_000);
const warmUp = 20;
const mostApartMs = 5;

let site: SignInSite;
let known: string[];
let cookies: string[];

beforeAll(async () => {
  site = await aSignInSite();
  const { platform } = site;
  known = await membersWithPassword(platform, "known", samples + warmUp);
  cookies = [];
  for (let index = 0; index < 100; index++) {
    const { id } = await aMember(platform, { name: `mover-${index}` });
    const sessions = sessionsOf(platform);
    const session = await sessions.createSession(id, { provenAt: platform.clock.now() });
    cookies.push(`${sessions.sessionCookieName}=${session.id}`);
  }
  for (const name of known.slice(0, samples + warmUp))
    await platform.db.changelogSubscriber.create({
      data: {
        email: `${name}@members.test`,
        locale: "en",
        labels: [],
        confirmedAt: platform.clock.now(),
      },
    });
}, 300_000);

afterAll(() => site.stop());

type Ask = (who: { name: string; email: string }, turn: number) => Promise<Answer>;

const endpoints: Record<string, Ask> = {
  "sign-in by name": ({ name }) => site.post("/sign-in", { identifier: name, password: "not the right one" }),
  "sign-in by address": ({ email }) =>
    site.post("/sign-in", { identifier: email, password: "not the right one" }),
  "sign-up": ({ email }, turn) =>
    site.post("/sign-up", { name: `newcomer-${Date.now().toString(36)}-${turn}`, email, password }),
  reset: ({ email }) => site.post("/reset", { email }),
  subscribe: ({ email }) => site.post("/subscribe", { email, language: "en" }),
  "change of address": ({ email }, turn) =>
    site.post("/settings/security/address", { email }, { cookie: cookies[turn % cookies.length]! }),
};

test.each(Object.entries(endpoints))(
  `%s takes as long for who is known here as for who is not (${samples} of each)`,
  async (endpoint, ask) => {
    const taken = { known: [] as number[], unknown: [] as number[] };
    const statuses = { known: new Map<number, number>(), unknown: new Map<number, number>() };
    for (let turn = 0; turn < samples + warmUp; turn++) {
      const name = known[turn]!;
      const stranger = `stranger-${Math.random().toString(36).slice(2, 10)}`;
      const who = {
        known: { name, email: `${name}@members.test` },
        unknown: { name: stranger, email: `${stranger}@members.test` },
      };
      // In turns, and each first every other time: what else the machine does meets both alike.
      for (const side of turn % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
        const { status, took } = await ask(who[side], 2 * turn + (side === "known" ? 1 : 0));
        statuses[side].set(status, (statuses[side].get(status) ?? 0) + 1);
        if (turn >= warmUp) taken[side].push(took);
      }
    }
    const figures = { known: middle(taken.known), unknown: middle(taken.unknown) };
    const apart = Math.abs(figures.known.median - figures.unknown.median);
    process.stdout.write(
      `${JSON.stringify({ endpoint, samples, ...figures, apart, statuses: Object.fromEntries(statuses.known) })}\n`,
    );
    expect([...statuses.known]).toEqual([...statuses.unknown]);
    expect(apart).toBeLessThan(mostApartMs);
    expect(Math.abs(figures.known.trimmedMean - figures.unknown.trimmedMean)).toBeLessThan(mostApartMs);
  },
  900_000,
);

function middle(times: readonly number[]): { median: number; trimmedMean: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const kept = sorted.slice(Math.floor(sorted.length * 0.1), Math.ceil(sorted.length * 0.9));
  return {
    median: sorted[sorted.length >> 1]!,
    trimmedMean: kept.reduce((sum, each) => sum + each, 0) / kept.length,
  };
}
