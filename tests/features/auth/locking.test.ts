import { describe, expect, test } from "vitest";
import { allowances } from "~/features/auth/allowances";
import { beginAttempt, freeTries, mostTries } from "~/features/auth/locking.server";
import { rememberDevice } from "~/features/auth/known-devices.server";
import { signIn } from "~/features/auth/signing-in.server";
import { signUp } from "~/features/auth/signing-up.server";
import { hours, minutes } from "~/platform/clock/clock";
import { guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const password = "nine kites over harbour";
let serial = 0;

const from = (network: string, deviceToken?: string) => ({
  device: "Firefox|macOS",
  network,
  replaces: null,
  ...(deviceToken && { deviceToken }),
});
const anywhere = () => from(`203.0.${++serial}.0/24`);

async function somebody(name: string) {
  const made = await signUp(guest(platform), { name, email: `${name}@post.example`, password }, anywhere());
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  return platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });
}

const guess = (identifier: string, visit = anywhere(), typed = "not the right one") =>
  signIn(guest(platform), { identifier, password: typed }, visit);

describe("tries at one account", () => {
  test("are free at first, then wait longer and longer, and end at a hundred", async () => {
    const waits: number[] = [];
    let looked = 0;
    for (;;) {
      const attempt = await beginAttempt(platform, "member:0");
      if (attempt.isAllowed) looked++;
      else if (attempt.allowedAt) {
        waits.push(attempt.allowedAt.getTime() - platform.clock.now().getTime());
        platform.clock.advance(waits.at(-1)!);
      } else break;
    }
    expect(looked).toBe(mostTries);
    expect(waits.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(Math.max(...waits)).toBe(minutes(15));
    expect(waits).toHaveLength(mostTries - freeTries.password);
    platform.clock.advance(hours(200));
    expect(await beginAttempt(platform, "member:0")).toEqual({ isAllowed: false, allowedAt: null });
  });

  test("sent all at once are no more than one after the other", async () => {
    const attempts = await Promise.all(Array.from({ length: 60 }, () => beginAttempt(platform, "member:-1")));
    expect(attempts.filter(({ isAllowed }) => isAllowed)).toHaveLength(freeTries.password);
  });

  test("from ever new networks lock guessers out, and not the owner on a device of theirs", async () => {
    const { id } = await somebody("mei");
    const ownDevice = "d".repeat(32);
    await rememberDevice(platform, id, ownDevice);
    for (let tries = 0; tries < freeTries.password; tries++)
      expect(await guess("mei")).toEqual({ ok: false, reason: "credentials" });
    // Not even the right password is looked at, so a guesser learns nothing by finding it now.
    expect(await guess("mei", anywhere(), password)).toMatchObject({ ok: false, reason: "sign-in-wait" });
    expect(await guess("MEI@post.example", anywhere(), password)).toMatchObject({ reason: "sign-in-wait" });
    expect(await guess("mei", from("203.0.113.0/24", ownDevice), password)).toMatchObject({ ok: true });
    // Somebody else's device is none of hers.
    expect(await guess("mei", from("203.0.113.0/24", "e".repeat(32)), password)).toMatchObject({ ok: false });
    platform.clock.advance(2_000);
    expect(await guess("mei", anywhere(), password)).toMatchObject({ ok: true });
    expect(await guess("mei")).toEqual({ ok: false, reason: "credentials" });
  });

  test("look the same for a name nobody has", async () => {
    await somebody("sam");
    const answers = async (identifier: string) => {
      const seen: unknown[] = [];
      for (let tries = 0; tries < freeTries.password + 1; tries++) seen.push(await guess(identifier));
      return seen;
    };
    expect(await answers("nobody-at-all")).toEqual(await answers("sam"));
  });
});

test("one network trying one password on many accounts is stopped", async () => {
  const network = "198.51.100.0/24";
  const { times, withinMs } = allowances.signIn.perNetwork;
  const left = 4;
  // All but a few of the tries a network has were made before.
  const wholeAt = platform.clock.now().getTime() + (withinMs * (times - left)) / times;
  await platform.db.rateLimit.create({ data: { key: `signIn:network:${network}`, wholeAt } });
  let looked = 0;
  for (let account = 0; account < left + 40; account++) {
    const answer = await guess(`victim-${account}`, from(network), "Summer2026!!");
    if (!answer.ok && answer.reason === "credentials") looked++;
  }
  expect(looked).toBe(left);
  platform.clock.advance(minutes(1));
  expect(await guess("victim-1", from(network))).toMatchObject({ reason: "credentials" });
});
