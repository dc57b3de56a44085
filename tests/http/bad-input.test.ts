import { randomUUID } from "node:crypto";
import { describe, expect, test, beforeEach } from "vitest";
import { anArea } from "../factories/areas";
import { aMember, longKnown } from "../factories/members";
import { aPicture } from "../factories/pictures";
import { aDiscussion, aReply, aSuggestion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;

// More is sent here than the limits grant one member.
beforeEach(async () => {
  await site.platform.db.rateLimit.deleteMany();
});
const { db } = platform;
const area = (await anArea(platform, { slug: "technical" })).slug;
const mei = await aMember(platform, { name: "mei", ...longKnown(platform) });
const lin = await aMember(platform, { name: "lin", role: "staff" });
const topic = await aDiscussion(platform, { author: mei });
const page = { Accept: "text/html" };
const kept = "Kept whatever happens: <b>&\"'";
const keptInHtml = "Kept whatever happens: &lt;b&gt;&amp;&quot;";

interface Form {
  name: string;
  path: string;
  as: { id: number };
  /** Complete, so that one bad field is the only reason to refuse it. */
  fields: Record<string, string>;
  /** The field that takes a long text, and another one to look for when it comes back. */
  long: string;
  other?: string;
}

const forms: Form[] = [
  {
    name: "a problem",
    path: "/discussions/new?kind=problem",
    as: mei,
    fields: { kind: "problem", title: "Swap is stuck", did: kept, happened: "Nothing", area },
    long: "happened",
    other: "did",
  },
  {
    name: "a question",
    path: "/discussions/new?kind=question",
    as: mei,
    fields: { kind: "question", title: "How long does it take", body: kept, area },
    long: "body",
    other: "title",
  },
  {
    name: "a suggestion",
    path: "/suggestions/new",
    as: mei,
    fields: { title: "Louder sounds", body: kept, area },
    long: "body",
    other: "title",
  },
  { name: "a reply", path: `/t/${topic.number}/replies`, as: mei, fields: { body: kept }, long: "body" },
  {
    name: "an official reply",
    path: `/t/${topic.number}/official`,
    as: lin,
    fields: { body: kept, type: "answer" },
    long: "body",
  },
  {
    name: "a changelog entry",
    path: "/changelog/new",
    as: lin,
    fields: { title: "Sounds are louder", release: "2.0.1", body: kept },
    long: "body",
    other: "release",
  },
];

describe.each(forms.filter(({ fields }) => "title" in fields))("$name", ({ path, as, fields }) => {
  test("with a title of ten megabytes keeps the rest, and its answer stays small", async () => {
    const started = performance.now();
    const { status, html } = await send(path, { ...fields, title: "x".repeat(10_000_000) }, as);
    expect(status).toBe(422);
    expect(html).toMatch(/120 characters/);
    expect(html).toContain(keptInHtml);
    expect(html.length).toBeLessThan(2_000_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe.each(forms)("$name", ({ path, as, fields, long, other }) => {
  test("left empty comes back with a sentence for what is missing", async () => {
    const { status, html } = await send(
      path,
      Object.fromEntries(Object.keys(fields).map((name) => [name, name === "kind" ? fields[name]! : ""])),
      as,
    );
    expect(status).toBe(422);
    expect(html).toMatch(/aria-invalid="true"|class="field-error"|role="alert"/);
  });

  test("with 200,000 characters is told how many fit, and brings all of them back", async () => {
    const text = "word ".repeat(40_000);
    const { status, html } = await send(path, { ...fields, [long]: text }, as);
    expect(status).toBe(422);
    expect(html).toContain("64,000 characters");
    expect(html).toContain(text.trimEnd());
    if (other) expect(html).toContain(other === "did" ? keptInHtml : fields[other]);
  });

  test("larger than any form may be is refused as that", async () => {
    const { status, html } = await send(
      path,
      { ...fields, [long]: "x".repeat(17_000_000) },
      as,
      "urlencoded",
    );
    expect(status).toBe(413);
    expect(html).toContain("That is too large to send.");
  });

  test("with files that are no pictures names each, and keeps the text and the picture that was good", async () => {
    const program = new File(["MZ\x90\0"], "setup.exe.png", { type: "image/png" });
    const drawing = new File(["<svg onload=alert(1)>"], "drawing.svg", { type: "image/svg+xml" });
    const empty = new File([], "empty.png", { type: "image/png" });
    for (const bad of [program, drawing, empty]) {
      const form = filled({ ...fields });
      for (const file of [await aPicture({ name: "good.png" }), bad]) form.append("files", file);
      const { status, html } = await send(path, form, as);
      expect([bad.name, status]).toEqual([bad.name, 422]);
      expect(html).toContain(bad.name);
      expect(html).toContain(keptInHtml);
      expect(html).toMatch(
        /name="attachment"[^>]*value="[0-9a-f]{32}"|value="[0-9a-f]{32}"[^>]*name="attachment"/,
      );
    }
  });

  test("sent after the session ended is kept through signing in, and nothing is posted before", async () => {
    const before = await posts();
    const cookie = await signedIn(platform, as.id);
    await db.session.deleteMany({ where: { memberId: as.id } });
    const response = await site.post(path, filled(fields), { cookie, headers: page });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain(keptInHtml);
    expect(await posts()).toEqual(before);
  });

  test("sent many times at once is posted once, and all are led to the same place", async () => {
    const before = await posts();
    const form = { ...fields, submission: randomUUID(), asked: "1" };
    const cookie = await signedIn(platform, as.id);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => site.post(path, filled(form), { cookie, headers: page })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
    expect(await posts()).toBe(before + 1);
  });

  test.each<[string, { body: string; type?: string }]>([
    ["cut off in the middle", { body: '--edge\r\nContent-Disposition: form-data; name="body"\r\n\r\nhalf' }],
    ["without its boundary", { body: "no parts", type: "multipart/form-data" }],
    ["with a boundary that never comes", { body: "some\r\nwords" }],
    ["that is JSON", { body: "{}", type: "application/json" }],
    ["without any type", { body: "title=x", type: "" }],
    ["with a type nobody knows", { body: "title=x", type: "text/plain; charset=\u00ff" }],
    ["with a method nobody knows", { body: "_method=CONJURE", type: "application/x-www-form-urlencoded" }],
    ["of percent signs", { body: "title=%ZZ%&%=%E0%A4&&=&body", type: "application/x-www-form-urlencoded" }],
  ])("%s is a bad request or a form with faults, never an error of ours", async (_what, { body, type }) => {
    const cookie = await signedIn(platform, as.id);
    const headers = { ...page, "Content-Type": type ?? "multipart/form-data; boundary=edge" };
    const before = await posts();
    const { status } = await site.send(
      path,
      { method: "POST", body: Buffer.from(body) },
      { cookie, headers },
    );
    expect([400, 422]).toContain(status);
    expect(await posts()).toBe(before);
  });

  test("with NULs, halves of characters and reserved names in its fields is read like any other", async () => {
    const untouched = Reflect.ownKeys(Object.prototype);
    const strange = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, `\0${value}\ud800`]),
    );
    const more = {
      ...strange,
      ["__proto__"]: "x",
      constructor: "x",
      toString: "x",
      "a\0b": "c",
      submission: "\0",
    };
    const { status } = await send(path, { ...more, asked: "1" }, as);
    expect([303, 422]).toContain(status);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(untouched);
  });
});

describe("what may not be seen", () => {
  test("looks to everybody else like what never was", async () => {
    const [deleted, held] = [
      await aDiscussion(platform, { author: mei, deletedAt: platform.clock.now() }),
      await aSuggestion(platform, { author: mei, heldAt: platform.clock.now() }),
    ];
    const hidden = await aReply(platform, topic, { author: mei, heldAt: platform.clock.now() });
    const stranger = await signedIn(platform, (await aMember(platform)).id);
    const beneath = ["", "/history", "/edit", "/delete", "/replies", "/affected", "/follow", "/solution"];
    for (const cookie of [undefined, stranger]) {
      for (const below of beneath) {
        const missing = await plain(`/t/424242${below}`, cookie);
        for (const { number } of [deleted, held])
          expect([below, await plain(`/t/${number}${below}`, cookie)]).toEqual([below, missing]);
      }
      for (const below of ["", "/history", "/edit", "/delete", "/branch"]) {
        const missing = await plain(`/t/${topic.number}/replies/424242${below}`, cookie);
        const found = await plain(`/t/${topic.number}/replies/${hidden.id}${below}`, cookie);
        expect([below, found]).toEqual([below, missing]);
      }
    }
  });

  test("cannot be changed by naming it, nor told from what never was", async () => {
    const deleted = await aDiscussion(platform, { author: mei, deletedAt: platform.clock.now() });
    const hidden = await aReply(platform, topic, { author: mei, heldAt: platform.clock.now() });
    const cookie = await signedIn(platform, (await aMember(platform)).id);
    const answerTo = async (path: string, fields: Record<string, string>) => {
      const response = await site.post(path, fields, { cookie, headers: page });
      return { path: path.replaceAll(/\d+/g, "N"), status: response.status };
    };
    const fields = { body: "x", replyId: "1", version: "1", title: "A new title" };
    for (const below of ["replies", "affected", "follow", "solution", "edit", "delete"]) {
      const missing = await answerTo(`/t/424242/${below}`, fields);
      expect(missing.status).toBe(404);
      expect(await answerTo(`/t/${deleted.number}/${below}`, fields)).toEqual(missing);
    }
    for (const below of ["edit", "delete"]) {
      const missing = await answerTo(`/t/${topic.number}/replies/424242/${below}`, fields);
      expect(missing.status).toBe(404);
      expect(await answerTo(`/t/${topic.number}/replies/${hidden.id}/${below}`, fields)).toEqual(missing);
    }
    for (const [below, name] of [
      ["replies", "reply-to"],
      ["solution", "replyId"],
    ] as const) {
      const missing = await answerTo(`/t/${topic.number}/${below}`, { ...fields, [name]: "424242" });
      const found = await answerTo(`/t/${topic.number}/${below}`, { ...fields, [name]: String(hidden.id) });
      expect(found).toEqual(missing);
    }
  });
});

describe("cookies that make no sense", () => {
  test.each([
    "session=",
    "session=%",
    "session=%00",
    "session=%F0%28%8C%28",
    `session=${"x".repeat(8_000)}`,
    "session=a; session=b; session=c",
    'session=\'; DROP TABLE "Session"; --',
    "locale=../../etc; theme=<script>",
    "locale=%E0%A4%A; theme=__proto__",
    "=; ;;; =x; a",
    "__proto__=x; constructor=y",
  ])("%.40s shows the page as to any guest", async (cookie) => {
    for (const path of ["/", "/discussions", `/t/${topic.number}/${topic.slug}`, "/sign-in"]) {
      const response = await site.get(path, { cookie, headers: page });
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).not.toContain("<script>");
    }
    expect((await site.get("/settings/profile", { cookie, headers: page })).status).toBe(303);
  });
});

async function send(
  path: string,
  fields: Record<string, string> | FormData,
  who: { id: number },
  encoding: "multipart" | "urlencoded" = "multipart",
): Promise<{ status: number; html: string }> {
  const cookie = await signedIn(platform, who.id);
  const body = fields instanceof FormData || encoding === "urlencoded" ? fields : filled(fields);
  const response = await site.post(path, body, { cookie, headers: page });
  return { status: response.status, html: await response.text() };
}

function filled(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

async function posts(): Promise<number> {
  const counts = await Promise.all([db.topic.count(), db.reply.count(), db.announcement.count()]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What can be told apart from outside, without the address that was asked for. */
async function plain(path: string, cookie?: string) {
  const response = await site.get(path, { cookie, headers: page });
  const { number } = /^\/t\/(?<number>\d+)/.exec(path)!.groups!;
  const html = (await response.text()).replaceAll(path, "PATH").replaceAll(encodeURIComponent(path), "PATH");
  const location = response.headers.get("location")?.replaceAll(encodeURIComponent(path), "PATH");
  const topicless = (text = "") => text.replaceAll(`/t/${number}`, "TOPIC");
  return { status: response.status, location: topicless(location), html: topicless(html) };
}
