import { expect, test } from "vitest";
import { absoluteHtml } from "./absolute-html";

test("links of the site work in a reader, those of others and plain text stay", () => {
  const html = `<p class="a" title="x"><a href="/t/12">a href="/t/12"</a> <img src="/files/1"> <a href="https://x.example/">x</a> <a href="//y.example">y</a></p>`;
  expect(absoluteHtml(html, "https://hearback.test")).toBe(
    `<p class="a" title="x"><a href="https://hearback.test/t/12">a href="/t/12"</a> <img src="https://hearback.test/files/1"> <a href="https://x.example/">x</a> <a href="//y.example">y</a></p>`,
  );
});
