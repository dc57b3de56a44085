import { expect, test } from "vitest";
import { admitPerson } from "~/features/auth/external/admitting-person.server";
import { describeNewcomer } from "~/features/auth/external/newcomer.server";
import { personIn } from "~/features/auth/external/person";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite, saveSite } from "~/features/site/settings.server";
import { aMember } from "../../factories/members";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const ctx = guest(platform);
const visit = { device: "Firefox|macOS", network: "203.0.113.0/24", replaces: null };

/** What somebody of this name elsewhere brings to the form for an account. */
async function arrives(claims: { preferred_username: string; name?: string }): Promise<string> {
  const told = { sub: `${claims.preferred_username} at home`, ...claims };
  const person = personIn("https://id.example", told, nameRulesOf(await readSite(ctx)))!;
  const admitted = await admitPerson(ctx, person, visit);
  if (!("token" in admitted)) throw new Error(JSON.stringify(admitted));
  return admitted.token;
}

const offered = async (token: string) => (await describeNewcomer(ctx, token))?.suggestedName;

test("a name somebody has, or one that looks like it, is offered with the first number that is free", async () => {
  await aMember(platform, { name: "mark" });
  await aMember(platform, { name: "mark-2" });
  expect(await offered(await arrives({ preferred_username: "mark" }))).toBe("mark-3");
  expect(await offered(await arrives({ preferred_username: "rnark" }))).toBe("rnark-3");
  const long = "x".repeat(30);
  await aMember(platform, { name: long });
  expect(await offered(await arrives({ preferred_username: long }))).toBe(`${"x".repeat(28)}-2`);
});

test("what the site keeps for itself is not offered, also to whoever came before it did", async () => {
  const before = await arrives({ preferred_username: "ternguard" });
  expect(await offered(before)).toBe("ternguard");
  const boss = await aMember(platform, { role: "admin" });
  await saveSite(contextFor(platform, boss), { reservedWords: ["ternguard"] });
  expect(await offered(before)).toBe("");
  const told = { preferred_username: "ternguard-helps", name: "Kite" };
  expect(await offered(await arrives(told))).toBe("Kite");
  expect(await offered(await arrives({ preferred_username: "ternguard" }))).toBe("");
});
