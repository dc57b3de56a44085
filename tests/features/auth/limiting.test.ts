import { describe, expect, test } from "vitest";
import { allowances } from "~/features/auth/allowances";
import { countAction, requireAllowance } from "~/features/auth/limiting.server";
import { purgeAuthJob } from "~/features/auth/purging.server";
import { hours, minutes } from "~/platform/clock/clock";
import { TooManyRequests } from "~/platform/errors";
import { spend } from "~/platform/rate-limits/spending.server";
import { openPlatform } from "~/wiring/platform.server";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const tenAnHour = { times: 10, withinMs: hours(1) };
let serial = 0;
const aNetwork = () => `198.51.${++serial}.0/24`;

async function takeAll(key: string, tries: number): Promise<number> {
  const taken = await Promise.all(
    Array.from({ length: tries }, () => spend(platform, [{ key, allowance: tenAnHour }])),
  );
  return taken.filter(({ isAllowed }) => isAllowed).length;
}

describe("an allowance", () => {
  test("gives exactly what it holds to many who ask at once, from two processes", async () => {
    const other = await openPlatform(platform.config);
    const ask = (from: typeof platform | typeof other) =>
      Array.from({ length: 20 }, () =>
        spend({ db: from.db, clock: platform.clock }, [{ key: "two", allowance: tenAnHour }]),
      );
    const spent = await Promise.all([...ask(platform), ...ask(other)]);
    await other.close();
    expect(spent.filter(({ isAllowed }) => isAllowed)).toHaveLength(10);
  });

  test("comes back evenly, not all at the full hour", async () => {
    expect(await takeAll("evenly", 12)).toBe(10);
    const refused = await spend(platform, [{ key: "evenly", allowance: tenAnHour }]);
    expect(refused.allowedAt!.getTime() - platform.clock.now().getTime()).toBe(minutes(6));
    platform.clock.advance(minutes(6));
    expect(await takeAll("evenly", 5)).toBe(1);
    platform.clock.advance(minutes(30));
    expect(await takeAll("evenly", 9)).toBe(5);
    platform.clock.advance(hours(3));
    expect(await takeAll("evenly", 30)).toBe(10);
  });

  test("that is used up takes nothing from the others asked with it", async () => {
    expect(await takeAll("b-full", 10)).toBe(10);
    const both = [
      { key: "a-other", allowance: tenAnHour },
      { key: "b-full", allowance: tenAnHour },
    ];
    for (let tries = 0; tries < 5; tries++) expect((await spend(platform, both)).isAllowed).toBe(false);
    expect(await takeAll("a-other", 12)).toBe(10);
  });

  test("leaves no row behind once it is whole again", async () => {
    await takeAll("purged", 3);
    platform.clock.advance(hours(2));
    await purgeAuthJob.handle(platform, []);
    expect(await platform.db.rateLimit.count()).toBe(0);
  });
});

describe("an action", () => {
  test("is counted per member and per network", async () => {
    const network = aNetwork();
    const { times } = allowances.topic.perMember;
    for (let done = 0; done < times; done++)
      await requireAllowance(platform, "topic", { memberId: 1, network });
    await expect(requireAllowance(platform, "topic", { memberId: 1, network })).rejects.toThrow(
      TooManyRequests,
    );
    await requireAllowance(platform, "topic", { memberId: 2, network });
    await requireAllowance(platform, "reply", { memberId: 1, network });
  });

  test("of many accounts on one network is stopped all the same", async () => {
    const network = aNetwork();
    const { times } = allowances.topic.perNetwork;
    let done = 0;
    for (let member = 100; member < 100 + times + 20; member++)
      if ((await countAction(platform, "topic", { memberId: member, network })).isAllowed) done++;
    expect(done).toBe(times);
  });

  test("that is asked for in advance is never given more often than allowed", async () => {
    const network = aNetwork();
    const { perMember, atOnce } = allowances.search;
    let done = 0;
    for (let tries = 0; tries < perMember.times + 50; tries++)
      if ((await countAction(platform, "search", { memberId: 7, network })).isAllowed) done++;
    expect(done).toBe(perMember.times);
    expect(perMember.times % atOnce).toBe(0);
  });

  test("behind a proxy nobody told us of has room for everybody there", async () => {
    const doer = { memberId: null, network: "127.0.0.0/24" };
    for (let done = 0; done < 2 * allowances.signUp.perNetwork.times; done++)
      expect((await countAction(platform, "signUp", doer)).isAllowed).toBe(true);
  });
});
