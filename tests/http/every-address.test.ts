import { beforeEach, describe, expect, test } from "vitest";
import routes from "~/routes";
import { anAnnouncement } from "../factories/announcements";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const area = await anArea(platform, { slug: "technical" });
const mei = await aMember(platform, { name: "mei" });
const lin = await aMember(platform, { name: "lin", role: "staff" });
const ada = await aMember(platform, { name: "ada", role: "admin" });
const problem = await aDiscussion(platform, { author: mei, areaId: area.id });
const suggestion = await aSuggestion(platform, { author: mei, areaId: area.id });
const reply = await aReply(platform, problem);
const announcement = await anAnnouncement(platform, { author: lin, topics: [suggestion.number] });
const { reference } = await anOfficialReply(platform, problem, { author: lin });

const page = { Accept: "text/html" };
const nonsense = [
  "0",
  "-1",
  "99999999999",
  "abc",
  "%00",
  "' OR 1=1",
  "%F0%9F%92%A9",
  "..%2f..%2fetc",
  "x".repeat(5_000),
];
// Where a list could go on after; each breaks PostgreSQL where it reaches a query as it is.
const places = [
  ["1_9999999999", ""],
  ["1_9999999999", "&sort=top"],
  ["9999999999", ""],
  ["8640000000000000_1", ""],
  ["-8640000000000000_1", "&sort=changed"],
  ["-8640000000000000_1", "&sort=newest"],
  ["1e300_1", "&sort=top"],
  ["1.5_1", "&sort=affected"],
  ["2026-11-29_9999999999", ""],
  ["99999999999999-999999999", ""],
  [`999999999999999_${"a".repeat(32)}`, ""],
];
const visitors = ["a guest", "a member", "staff", "an admin"] as const;
type Visitor = (typeof visitors)[number];
// What the two between them are let into, one of them is.
const outermost: Visitor[] = ["a guest", "an admin"];
const addresses = routes.map((route) => `/${route.path ?? ""}`).filter((path) => path !== "/*");

const cookies = new Map<Visitor, string>();
const queryFields = [
  ...[
    "after",
    "q",
    "area",
    "kind",
    "status",
    "sort",
    "label",
    "month",
    "page",
    "author",
    "next",
    "tag",
    "from",
  ],
  ...[
    "reply-to",
    "title",
    "topics",
    "replies",
    "reference",
    "language",
    "when",
    "is",
    "mine",
    "following",
    "unread",
  ],
];

describe.each(visitors)("for %s", (visitor) => {
  // A form may have ended the session it was sent with; the next test must not depend on it.
  beforeEach(() => signIn(visitor));

  test.each(addresses)("%s answers", async (address) => {
    const path = filled(address);
    for (const method of ["GET", "HEAD"]) expectSound(await ask(path, { method, visitor }), visitor, path);
  });

  test.each(addresses)("%s takes an empty form without breaking", async (address) => {
    const path = filled(address);
    for (const body of [new URLSearchParams(), new FormData(), undefined])
      expectSound(await ask(path, { method: "POST", visitor, body }), visitor, path);
  });
});

describe.each(outermost)("for %s", (visitor) => {
  beforeEach(() => signIn(visitor));

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"])("%s breaks nothing", async (method) => {
    for (const address of addresses) {
      await signIn(visitor);
      const path = filled(address);
      expectSound(await ask(path, { method, visitor }), visitor, path);
    }
  });

  test.each(addresses.filter((address) => address.includes(":")))(
    "%s is not there under made-up names and numbers",
    async (address) => {
      for (const word of nonsense) {
        const path = address.replace(/\/:slug\?$/, "").replaceAll(/:\w+/g, word);
        const read = await ask(path, { method: "GET", visitor });
        expectSound(read, visitor, path);
        expect([path.slice(0, 60), read.status]).not.toEqual([path.slice(0, 60), 200]);
        const body = new URLSearchParams({ body: "x", title: "A title of sorts" });
        expectSound(await ask(path, { method: "POST", visitor, body }), visitor, path);
      }
    },
  );

  test.each(addresses)("%s is not confused by what stands in its query", async (address) => {
    for (const word of nonsense) {
      const query = queryFields.map((name) => `${name}=${word.slice(0, 500).replaceAll(/[' ]/g, "+")}`);
      const path = `${filled(address)}?${query.join("&")}`;
      expectSound(await ask(path, { method: "GET", visitor }), visitor, path);
    }
  });

  test.each(addresses)("%s is not confused by characters that a limit cuts in two", async (address) => {
    for (const word of ["😀".repeat(300), `a${"😀".repeat(300)}`]) {
      const path = `${filled(address)}?${new URLSearchParams(queryFields.map((name) => [name, word]))}`;
      expectSound(await ask(path, { method: "GET", visitor }), visitor, path);
    }
  });
});

// Lists are the same queries for everybody, so one who may read all of them is enough.
describe("for an admin", () => {
  beforeEach(() => signIn("an admin"));

  test.each(addresses)("%s begins at its beginning after what cannot be", async (address) => {
    for (const [place, sort] of places) {
      const path = `${filled(address)}?after=${place}&before=${place}&from=${place}&version=${place}${sort}`;
      expectSound(await ask(path, { method: "GET", visitor: "an admin" }), "an admin", path);
    }
  });
});

async function signIn(visitor: Visitor): Promise<void> {
  const who = { "a guest": null, "a member": mei, staff: lin, "an admin": ada }[visitor];
  if (!who) return;
  await platform.db.session.deleteMany({ where: { memberId: who.id } });
  cookies.set(visitor, await signedIn(platform, who.id));
}

function filled(address: string): string {
  return address
    .replace("/t/:number/:slug?", `/t/${problem.number}/${problem.slug}`)
    .replace(/(?<=suggestions\/):number/, String(suggestion.number))
    .replace(":number", String(problem.number))
    .replace(/(?<=areas\/):slug/, area.slug)
    .replace(":slug", announcement.slug)
    .replace(/(?<=members\/):name/, "mei")
    .replace(":reference", reference)
    .replace(":file", "all.atom")
    .replace(":id", String(reply.id))
    .replaceAll(/:\w+\??/g, "x");
}

function ask(
  path: string,
  { method, visitor, body }: { method: string; visitor: Visitor; body?: URLSearchParams | FormData },
): Promise<Response> {
  return site.send(path, { method, body }, { cookie: cookies.get(visitor), headers: page });
}

/** No error of ours, nothing kept by caches that one person alone may see, and no cookie for somebody who asked for nothing. */
function expectSound(response: Response, visitor: Visitor, path: string): void {
  const { status, headers } = response;
  const seen = { path: path.slice(0, 80), status, cache: headers.get("cache-control") };
  expect(status, JSON.stringify(seen)).toBeLessThan(500);
  // The way out clears the cookie of whoever takes it, signed in or not.
  if (visitor === "a guest" && path !== "/sign-out")
    expect(headers.getSetCookie(), JSON.stringify(seen)).toEqual([]);
  const isPrivate = visitor !== "a guest" || status >= 400;
  const isOpenToAll = /^\/(feeds|files|site-mark)\//.test(path);
  if (isPrivate && !isOpenToAll) expect(seen.cache, JSON.stringify(seen)).toContain("no-store");
}
