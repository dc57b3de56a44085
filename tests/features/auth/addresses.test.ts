import { describe, expect, test } from "vitest";
import { askForNewAddress, confirmNewAddress } from "~/features/auth/changing-address.server";
import { confirmAddress } from "~/features/auth/confirming-address.server";
import { sessionsOf } from "~/features/auth/lucia.server";
import { askForReset, resetPassword } from "~/features/auth/resetting-password.server";
import { signIn } from "~/features/auth/signing-in.server";
import { signUp } from "~/features/auth/signing-up.server";
import { hours } from "~/platform/clock/clock";
import { contextFor, guest } from "../../setup/contexts";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const password = "nine kites over harbour";
let serial = 0;
const visit = () => ({ device: "Firefox|macOS", network: `203.0.${++serial}.0/24`, replaces: null });
const sessionIn = (cookie: string) => /^session=([^;]+)/.exec(cookie)![1]!;

async function join(name: string, email = `${name}@post.example`) {
  const made = await signUp(guest(platform), { name, email, password }, visit());
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const { user } = await sessionsOf(platform).validateSession(sessionIn(made.cookie));
  return contextFor(platform, { ...user!, role: "member" });
}

/** What the last mail to an address is and where its button leads. */
async function lastMail(address: string): Promise<{ type: string; token: string } | null> {
  const mail = await platform.db.mail.findFirst({ where: { address }, orderBy: { id: "desc" } });
  if (!mail) return null;
  const { type, path = "" } = mail.data as { type: string; path?: string };
  return { type, token: path.split("/").at(-1)! };
}

const member = (name: string) => platform.db.member.findUniqueOrThrow({ where: { nameFolded: name } });

describe("an address", () => {
  test("is its account's once the link in the mail was pressed, and once only", async () => {
    await join("mei");
    expect((await member("mei")).emailVerifiedAt).toBeNull();
    const { type, token } = (await lastMail("mei@post.example"))!;
    expect(type).toBe("confirm-address");
    expect(await confirmAddress(guest(platform), token)).toEqual({ ok: true });
    expect((await member("mei")).emailVerifiedAt).not.toBeNull();
    expect(await confirmAddress(guest(platform), token)).toMatchObject({ reason: "link-used-up" });
    expect(await platform.db.outbox.count({ where: { type: "member.email-verified" } })).toBe(1);
  });

  test("that has an account looks from outside like any other", async () => {
    const second = await join("mei-two", "mei@post.example");
    expect((await lastMail("mei@post.example"))!.type).toBe("address-has-account");
    expect(await member("mei-two")).toMatchObject({ email: null });
    expect(second.actor.name).toBe("mei-two");
  });

  test("that somebody else gave first goes to who reads its mail", async () => {
    await join("squatter", "sam@post.example");
    await join("sam", "sam@post.example");
    const { type, token } = (await lastMail("sam@post.example"))!;
    expect(type).toBe("confirm-address");
    await confirmAddress(guest(platform), token);
    expect(await member("sam")).toMatchObject({ email: "sam@post.example" });
    expect(await member("squatter")).toMatchObject({ email: null });
  });

  test("changes when both the old and the new one said yes, in either order", async () => {
    for (const order of [
      ["old", "new"],
      ["new", "old"],
    ] as const) {
      const name = `moving-${order[0]}`;
      const ctx = await join(name);
      await confirmAddress(guest(platform), (await lastMail(`${name}@post.example`))!.token);
      await askForNewAddress(ctx, `${name}@new.example`);
      const tokens = {
        old: (await lastMail(`${name}@post.example`))!.token,
        new: (await lastMail(`${name}@new.example`))!.token,
      };
      expect(await confirmNewAddress(guest(platform), tokens[order[0]])).toMatchObject({ isMoved: false });
      expect((await member(name)).email).toBe(`${name}@post.example`);
      expect(await confirmNewAddress(guest(platform), tokens[order[1]])).toMatchObject({ isMoved: true });
      expect((await member(name)).email).toBe(`${name}@new.example`);
      expect((await lastMail(`${name}@post.example`))!.type).toBe("address-changed");
    }
  });
});

describe("a forgotten password", () => {
  test("is replaced by a link that works once, for an hour, and signs everything out", async () => {
    const ctx = await join("ann");
    await askForReset(guest(platform), "ann@post.example", "198.51.100.0/24");
    const { type, token } = (await lastMail("ann@post.example"))!;
    expect(type).toBe("reset-password");
    const next = "seven boats under bridges";
    const reset = () => resetPassword(guest(platform), { token, password: next }, "198.51.100.0/24");
    const both = await Promise.all([reset(), reset()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await platform.db.session.count({ where: { memberId: ctx.actor.id } })).toBe(0);
    const by = (typed: string) => signIn(guest(platform), { identifier: "ann", password: typed }, visit());
    expect([(await by(password)).ok, (await by(next)).ok]).toEqual([false, true]);
    expect((await member("ann")).emailVerifiedAt).not.toBeNull();

    await askForReset(guest(platform), "ann@post.example", "198.51.100.0/24");
    const late = (await lastMail("ann@post.example"))!.token;
    platform.clock.advance(hours(1));
    expect(await resetPassword(guest(platform), { token: late, password }, "198.51.100.0/24")).toMatchObject({
      ok: false,
    });
  });

  test("of nobody gets the same answer and no mail", async () => {
    expect(await askForReset(guest(platform), "nobody@post.example", "198.51.101.0/24")).toEqual({
      isAllowed: true,
      allowedAt: null,
      usedUp: null,
    });
    expect(await lastMail("nobody@post.example")).toBeNull();
  });

  test("cannot be used to fill somebody's mailbox", async () => {
    await join("kim");
    const asked = [];
    for (let tries = 0; tries < 8; tries++)
      asked.push(await askForReset(guest(platform), "kim@post.example", `198.51.${110 + tries}.0/24`));
    expect(asked.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
  });
});
