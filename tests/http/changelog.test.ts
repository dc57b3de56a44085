import { expect, test } from "vitest";
import { storeUploads } from "~/features/attachments/taking.server";
import { saveDraft } from "~/features/changelog/drafting.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { anAnnouncement, slugOf } from "../factories/announcements";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aPicture } from "../factories/pictures";
import { aDiscussion, aSuggestion } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const staff = await aMember(platform, { role: "staff" });
const member = await aMember(platform);
const asStaff = { cookie: await signedIn(platform, staff.id) };
const asMember = { cookie: await signedIn(platform, member.id) };

async function page(path: string, options?: Parameters<typeof site.get>[1]) {
  const response = await site.get(path, options);
  return { status: response.status, html: await response.text() };
}

function aForm(traits: Record<string, string | readonly string[]> = {}): FormData {
  const form = new FormData();
  const fields = {
    title: "A change worth telling",
    body: "What is different now.",
    release: "",
    topics: "",
    ...traits,
  };
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) form.append(name, each);
  return form;
}

test("the changelog offers its feeds, shows who asked, and hides what is not public", async () => {
  const wish = await aSuggestion(platform, { title: "Names for addresses" });
  await anAnnouncement(platform, {
    title: "Addresses have names",
    release: "3.0",
    labels: ["new"],
    topics: [wish.number],
  });
  await anAnnouncement(platform, { title: "A draft canary", status: "draft" });
  const { status, html } = await page("/changelog");
  expect(status).toBe(200);
  expect(html).toContain(`type="application/atom+xml"`);
  expect(html).toContain("Addresses have names");
  expect(html).toContain(`href="/t/${wish.number}/names-for-addresses"`);
  expect(html).not.toContain("canary");
  expect((await page("/changelog", asStaff)).html).toContain("canary");
});

test("strange addresses of the changelog show its first page", async () => {
  for (const query of [
    "?label=none&label=new",
    "?after=%3Cscript%3E",
    "?month=2026-99",
    "?after=1-1&month=x&label=",
  ]) {
    expect((await page(`/changelog${query}`)).status).toBe(200);
  }
});

test("a draft is not there for others, and a withdrawn entry is gone", async () => {
  const draft = await anAnnouncement(platform, { status: "draft" });
  const gone = await anAnnouncement(platform, { status: "withdrawn" });
  for (const options of [undefined, asMember]) {
    expect((await page(`/changelog/${draft.slug}`, options)).status).toBe(404);
    const { status, html } = await page(`/changelog/${gone.slug}`, options);
    expect(status).toBe(410);
    expect(html).toContain("This was taken back.");
    expect((await page(`/changelog/${draft.slug}/history`, options)).status).toBe(404);
    expect((await page(`/changelog/${gone.slug}/history`, options)).status).toBe(410);
  }
  expect((await page(`/changelog/${draft.slug}`, asStaff)).status).toBe(200);
});

test("writing is for staff: others are sent to sign in or refused", async () => {
  const { slug } = await anAnnouncement(platform);
  for (const path of ["/changelog/new", `/changelog/${slug}/edit`, `/changelog/${slug}/publication`]) {
    expect((await site.get(path)).status).toBe(303);
    expect((await site.get(path, asMember)).status).toBe(403);
    expect((await site.post(path, aForm(), asMember)).status).toBe(403);
    expect((await site.post(path, aForm())).status).toBe(401);
  }
});

test("staff write a draft, look at it, publish it and settle what it answers", async () => {
  const problem = await aDiscussion(platform);
  const sent = await site.post(
    "/changelog/new",
    aForm({
      title: "Swaps say what they wait for",
      release: "2.4.1",
      label: ["fixed", "improved"],
      topics: `#${problem.number}`,
      then: "review",
    }),
    asStaff,
  );
  const review = sent.headers.get("location")!;
  expect([sent.status, review]).toEqual([303, "/changelog/2-4-1-swaps-say-what-they-wait-for/publication"]);
  expect((await page(review, asStaff)).html).toContain("Swaps say what they wait for");
  const published = await site.post(review, { version: "1", settle: "yes" }, asStaff);
  expect(published.headers.get("location")).toBe("/changelog/2-4-1-swaps-say-what-they-wait-for");
  expect((await page(published.headers.get("location")!)).status).toBe(200);
  expect((await platform.db.topic.findUniqueOrThrow({ where: { id: problem.id } })).status).toBe("solved");
  const withdrawn = await site.post(review, { _method: "DELETE" }, asStaff);
  expect(withdrawn.status).toBe(303);
  expect((await page("/changelog/2-4-1-swaps-say-what-they-wait-for")).status).toBe(410);
});

test("a form that cannot be taken comes back with everything typed and a sentence for each field", async () => {
  const typed = { title: "No", body: "", release: "x".repeat(50), topics: "12 twelve", label: ["security"] };
  const answer = await site.post("/changelog/new", aForm(typed), asStaff);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain(`value="${"x".repeat(50)}"`);
  expect(html).toContain("“twelve” is neither the number of a topic nor its address");
  expect(html).toContain("at most 40 characters");
  expect(html).toMatch(/value="security"[^>]*checked|checked[^>]*value="security"/);
  const unknown = await site.post("/changelog/new", aForm({ topics: "987654" }), asStaff);
  expect([unknown.status, await unknown.text()]).toEqual([
    422,
    expect.stringContaining("There is no topic 987654"),
  ]);
});

test("an edit from an older version shows both texts and loses neither", async () => {
  const { slug } = await anAnnouncement(platform, { title: "Edited by two" });
  const path = `/changelog/${slug}/edit`;
  expect(
    (await site.post(path, aForm({ title: "Edited by two", body: "The first.", version: "1" }), asStaff))
      .status,
  ).toBe(303);
  const late = await site.post(
    path,
    aForm({ title: "Edited by two", body: "The second.", version: "1" }),
    asStaff,
  );
  const html = await late.text();
  expect(late.status).toBe(409);
  expect(html).toContain("The first.");
  expect(html).toContain("The second.");
  expect(html).toMatch(/name="version" value="2"/);
});

test("what a hostile author writes is text wherever it is shown", async () => {
  const hostile = `"><script>alert(1)</script>`;
  const { slug } = await anAnnouncement(platform, { title: hostile, release: `<i>"`, body: hostile });
  for (const path of ["/changelog", `/changelog/${slug}`]) {
    const { html } = await page(path);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain(`<i>"`);
  }
});

test("no page that others can reach holds a word of a draft or of what was withdrawn", async () => {
  const canary = "kanarienvogel";
  const topic = await aDiscussion(platform);
  const wish = await aSuggestion(platform);
  const author = await aMember(platform, { name: "writer", role: "staff" });
  const traits = {
    author,
    title: `Title ${canary}`,
    body: `Body ${canary}`,
    release: canary,
    topics: [topic.number, wish.number],
  };
  const draft = await anAnnouncement(platform, { ...traits, status: "draft" });
  const withdrawn = await anAnnouncement(platform, { ...traits, status: "withdrawn" });
  await anOfficialReply(platform, topic, { announcementIds: [draft.id] });
  const paths = [
    ...[
      "/",
      "/discussions",
      "/suggestions",
      "/roadmap",
      "/changelog",
      "/changelog?label=new",
      "/members/writer",
      "/staff",
    ],
    ...[topic, wish].map(({ number, slug }) => `/t/${number}/${slug}`),
    ...[draft, withdrawn].flatMap(({ slug }) => [`/changelog/${slug}`, `/changelog/${slug}/history`]),
    ...["all", "changelog", "official", "suggestions", `topic-${topic.number}`].flatMap((name) => [
      `/feeds/${name}.atom`,
      `/feeds/${name}.json`,
    ]),
  ];
  for (const options of [undefined, asMember]) {
    for (const path of paths) {
      const { html } = await page(path, options);
      // The address itself says what was asked for; nothing else may.
      expect([path, html.replaceAll(encodeURIComponent(path), "").replaceAll(path, "")]).toEqual([
        path,
        expect.not.stringContaining(canary),
      ]);
    }
  }
});

test("a day is planned by a plain form, shown back in its zone, changed and taken back", async () => {
  const wish = await aSuggestion(platform);
  const { slug } = await anAnnouncement(platform, { status: "draft", topics: [wish.number] });
  const path = `/changelog/${slug}/schedule`;
  const day = new Date(platform.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  const fields = {
    version: "1",
    date: day,
    time: "09:30",
    zone: "Asia/Shanghai",
    settle: "yes",
    reply: "In.",
  };
  expect((await site.get(path)).status).toBe(303);
  expect((await site.get(path, asMember)).status).toBe(403);
  expect((await site.post(path, fields, asMember)).status).toBe(403);

  const past = await site.post(path, { ...fields, date: "2020-01-01", reply: "Kept words." }, asStaff);
  expect([past.status, await past.text()]).toEqual([
    422,
    expect.stringMatching(/has passed[^]*Kept words\./),
  ]);
  const planned = await site.post(path, fields, asStaff);
  expect([planned.status, planned.headers.get("location")]).toEqual([303, path]);
  const shown = (await page(path, asStaff)).html;
  expect(shown).toContain("09:30 (Asia/Shanghai)");
  expect(shown).toMatch(/value="09:30"/);
  expect((await page("/changelog", asStaff)).html).toContain("Scheduled");
  expect((await page(`/changelog/${slug}`)).status).toBe(404);
  const late = await site.post(path, { ...fields, version: "9" }, asStaff);
  expect(late.status).toBe(409);
  expect((await site.post(path, { _method: "DELETE" }, asStaff)).status).toBe(303);
  expect((await page(`/changelog/${slug}/publication`, asStaff)).html).not.toContain("Asia/Shanghai");
});

test("publishing by the form answers every topic in the same step", async () => {
  const wish = await aSuggestion(platform);
  const { slug } = await anAnnouncement(platform, { status: "draft", topics: [wish.number] });
  const path = `/changelog/${slug}/publication`;
  const long = await site.post(path, { version: "1", reply: "x".repeat(70_000) }, asStaff);
  expect(long.status).toBe(422);
  expect((await site.post(path, { version: "1", settle: "yes", reply: "It is *in*." }, asStaff)).status).toBe(
    303,
  );
  const { html } = await page(`/t/${wish.number}/${wish.slug}`);
  expect(html).toContain("It is <em>in</em>.");
  expect(html).toContain(`/changelog/${slug}`);
});

test("the first picture of an entry is its cover, also where a link to it is shown", async () => {
  const author = await aMember(platform, { role: "staff" });
  const stored = await storeUploads(
    contextFor(platform, author),
    [await aPicture()],
    ['The new "send" page'],
  );
  const saved = await saveDraft(contextFor(platform, author), {
    ...{ title: "A picture says more", body: "See it.", release: "", labels: [], topics: [], submission: "" },
    attachmentIds: stored.attachments.map(({ id }) => id),
  });
  if (!saved.ok) throw new Error("refused");
  const slug = slugOf(saved.location);
  await publishAnnouncement(contextFor(platform, author), { slug, version: 1, settle: false });
  const { html } = await page(`/changelog/${slug}`);
  const id = stored.attachments[0]!.id;
  expect(html).toContain(`<meta property="og:image" content="${platform.config.origin}/files/${id}"/>`);
  expect(html).toContain(`<meta property="og:image:alt" content="The new &quot;send&quot; page"/>`);
  expect((await page("/changelog")).html).toContain(`/files/${id}`);
  expect((await site.get(`/files/${id}`)).status).toBe(200);
});

test.each(["2147483648", "9007199254740991", "1e300", "x"])(
  "a form that began from version %s, which there never was, is told that it changed meanwhile",
  async (version) => {
    const { slug } = await anAnnouncement(platform, { status: "draft" });
    const edit = await site.post(`/changelog/${slug}/edit`, aForm({ version }), asStaff);
    expect(edit.status).toBe(409);
    const published = await site.post(`/changelog/${slug}/publication`, { version }, asStaff);
    expect(published.status).toBe(409);
  },
);
