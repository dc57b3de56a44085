import { afterEach, expect, test } from "vitest";
import { openMarkdownRenderer } from "~/platform/markdown/open.server";
import { RendererBusy, RendererClosed, type MarkdownRenderer } from "~/platform/markdown/port";

// Stands in for a parser that meets its worst document. The real one has bounds that leave nothing to show.
const troubledThread = `
  const { parentPort } = require("node:worker_threads");
  const answer = (source) => ({ html: "<p>" + source + "</p>", text: source, mentions: [], links: [], version: 1, isPlain: false });
  parentPort.on("message", (documents) => {
    for (const { source } of documents) {
      if (source === "loop") for (;;);
      if (source === "exit") process.exit(1);
      if (source === "throw") throw new Error("broken");
      if (source === "eat") { const kept = []; for (;;) kept.push(new Array(10000).fill({})); }
      parentPort.postMessage(answer(source));
    }
  });
  parentPort.postMessage("ready");
`;

let renderer: MarkdownRenderer;
afterEach(() => renderer.close());

test("a post is rendered in a thread", async () => {
  renderer = openMarkdownRenderer();
  expect(await renderer.render("Hello **@mei**, see #12", { linkReference: { "#12": "/t/12" } })).toEqual({
    html: '<p>Hello <strong><a class="mention" href="/members/mei">@mei</a></strong>, see <a class="reference" href="/t/12">#12</a></p>',
    text: "Hello @mei, see #12",
    mentions: ["mei"],
    links: [],
    version: renderer.version,
    isPlain: false,
  });
});

test("many documents come back in their order", async () => {
  renderer = openMarkdownRenderer();
  const documents = Array.from({ length: 501 }, (_, index) => ({ source: `post *${index}*` }));
  const results = await renderer.renderMany(documents);
  expect(results.map(({ text }) => text)).toEqual(documents.map((_, index) => `post ${index}`));
  expect(await renderer.renderMany([])).toEqual([]);
});

test.each(["loop", "exit", "throw", "eat"])(
  "a document that makes the thread %s is shown whole as plain text",
  async (trouble) => {
    renderer = openMarkdownRenderer({ source: troubledThread });
    const started = performance.now();
    const [before, culprit, after] = await renderer.renderMany([
      { source: "before" },
      { source: trouble },
      { source: "after" },
    ]);
    expect(before?.html).toBe("<p>before</p>");
    expect(culprit).toMatchObject({
      html: `<pre class="plain">${trouble}</pre>`,
      text: trouble,
      isPlain: true,
    });
    expect(after?.html).toBe("<p>after</p>");
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await renderer.render("later")).html).toBe("<p>later</p>");
  },
);

test("one hostile post does not keep the others waiting", async () => {
  renderer = openMarkdownRenderer({ source: troubledThread });
  await Promise.all([renderer.render("warm"), renderer.render("warm")]);
  const hostile = renderer.render("loop");
  const started = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => renderer.render("honest")));
  expect(performance.now() - started).toBeLessThan(1000);
  expect((await hostile).isPlain).toBe(true);
});

test("an import leaves a lane to people", async () => {
  renderer = openMarkdownRenderer({ source: troubledThread });
  await Promise.all([renderer.render("warm"), renderer.render("warm")]);
  const imported = renderer.renderMany(
    Array.from({ length: 200 }, (_, index) => ({ source: index % 100 ? "x" : "loop" })),
  );
  const started = performance.now();
  expect((await renderer.render("a post")).html).toBe("<p>a post</p>");
  expect(performance.now() - started).toBeLessThan(1000);
  expect((await imported).filter(({ isPlain }) => isPlain)).toHaveLength(2);
});

test("more waiting posts than can be served are refused and not piled up", async () => {
  renderer = openMarkdownRenderer({ source: troubledThread });
  const asked = Array.from({ length: 300 }, () => renderer.render("post"));
  const outcomes = await Promise.allSettled(asked);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused.length).toBeGreaterThan(50);
  expect(refused.every(({ reason }) => reason instanceof RendererBusy)).toBe(true);
  expect((await renderer.render("post")).html).toBe("<p>post</p>");
});

test("a busy process does not mistake its own delay for a slow document", async () => {
  renderer = openMarkdownRenderer({ source: troubledThread });
  await renderer.render("warm");
  const result = renderer.render("honest");
  const end = performance.now() + 2000;
  while (performance.now() < end);
  expect((await result).isPlain).toBe(false);
});

test("closing ends the threads and refuses what waits", async () => {
  renderer = openMarkdownRenderer({ source: troubledThread });
  await renderer.render("warm");
  const outcomes = Promise.allSettled(Array.from({ length: 5 }, () => renderer.render("loop")));
  await renderer.close();
  for (const outcome of await outcomes) {
    expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(RendererClosed) });
  }
  await expect(renderer.render("late")).rejects.toThrow(RendererClosed);
  await expect(renderer.renderMany([{ source: "late" }])).rejects.toThrow(RendererClosed);
});

test("a thread that cannot start is a failure, not a page of plain text", async () => {
  renderer = openMarkdownRenderer({ source: "throw new Error('no start')" });
  await expect(renderer.render("post")).rejects.toThrow("no start");
});
