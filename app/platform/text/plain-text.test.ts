import fc from "fast-check";
import { expect, test } from "vitest";
import { textFromHtml, textFromMarkdown } from "./plain-text";

test("markup gives what a reader sees, block by block", () => {
  expect(
    textFromHtml(
      "<h3>Fix</h3>\n<p>Use <code>a &lt; b</code> &amp; wait<br>please</p><ul><li>one</li><li>two</li></ul>",
    ),
  ).toBe("Fix\n\nUse a < b & wait\nplease\n\none\ntwo");
  expect(textFromHtml('<p><img src="/files/1" alt="The &quot;Send&quot; page"></p>')).toBe('The "Send" page');
  expect(textFromHtml("a<script>steal()</script>b<style>x")).toBe("ab");
});

test("code keeps its lines and indents, everything else folds", () => {
  expect(
    textFromHtml(
      "<p>a\n  b</p><pre><code>if x:\n    y\n\nz\n</code></pre><table><tr><td>1</td>\n<td>2</td></tr><tr><td>3</td></tr></table>",
    ),
  ).toBe("a b\n\nif x:\n    y\n\nz\n\n1 2\n3");
});

test("broken markup and impossible entities are text", () => {
  expect(textFromHtml("1 < 2 &#0; &#xD800; &nonsense; &#x5E01;")).toBe("1 < 2 &#0; &#xD800; &nonsense; 币");
});

test("markdown marks disappear, words stay", () => {
  expect(
    textFromMarkdown(
      "# Title\n\n> - **bold** and _soft_ [label](https://x.example)\n\n```js\ncode\n```\n![shot](/files/1) snake_case_name 2*3*4",
    ),
  ).toBe("Title\n\nbold and soft label\n\ncode\nshot snake_case_name 2*3*4");
});

test("neither is slow on repeated openers", () => {
  const started = performance.now();
  for (const piece of ["[", "`", "**", "<!--", "<script", "_a", "> ", "![", "&#", "<a "]) {
    textFromMarkdown(piece.repeat(60_000 / piece.length));
    textFromHtml(piece.repeat(60_000 / piece.length));
  }
  expect(performance.now() - started).toBeLessThan(1500);
});

test("escaped text comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const escaped = text
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/"/g, "&quot;");
      expect(textFromHtml(`<p>${escaped}</p>`)).toBe(text.replace(/ +/g, " ").trim());
    }),
  );
});
