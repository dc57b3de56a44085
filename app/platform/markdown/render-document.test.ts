import { expect, test } from "vitest";
import { renderDocument } from "./render-document";

const rel = 'rel="ugc nofollow noopener noreferrer"';

test.each([
  [
    "Wallet **does not** _open_ ~~now~~",
    "<p>Wallet <strong>does not</strong> <em>open</em> <del>now</del></p>",
  ],
  ["first line\nsecond line", "<p>first line<br />second line</p>"],
  ["one\n\ntwo", "<p>one</p>\n<p>two</p>"],
  ["**注意：**请备份", "<p><strong>注意：</strong>请备份</p>"],
  ["# Title", "<h3>Title</h3>"],
  ["###### Deep", "<h3>Deep</h3>"],
  ["### A\n#### B\n## C\n###### D", "<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>\n<h4>D</h4>"],
  ["Title\n=====\nSub\n---", "<h3>Title</h3>\n<h4>Sub</h4>"],
  ["- a\n- b\n  1. c", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>"],
  ["3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'],
  ["- [x] done\n- [ ] open", '<ul>\n<li class="task">☑ done</li>\n<li class="task">☐ open</li>\n</ul>'],
  [
    "> quoted\n> > twice",
    "<blockquote>\n<p>quoted</p>\n<blockquote>\n<p>twice</p>\n</blockquote>\n</blockquote>",
  ],
  ["`a < b`", "<p><code>a &lt; b</code></p>"],
  ["```\na < b\n```", '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
  ["```unknown-words\nx\n```", '<pre tabindex="0"><code>x\n</code></pre>'],
  ["    indented", '<pre tabindex="0"><code>indented\n</code></pre>'],
  [
    "```js\nlet a\n```",
    '<pre tabindex="0"><code class="language-js"><span class="hljs-keyword">let</span> a\n</code></pre>',
  ],
  ["---", "<hr />"],
  ["a \\* b &copy; AT&T &lt;", "<p>a * b © AT&amp;T &lt;</p>"],
  ["https://example.org/a", `<p><a href="https://example.org/a" ${rel}>https://example.org/a</a></p>`],
  ["www.example.org", `<p><a href="http://www.example.org/" ${rel}>www.example.org</a></p>`],
  ["<https://example.org/>", `<p><a href="https://example.org/" ${rel}>https://example.org/</a></p>`],
  ["mei@example.org", `<p><a href="mailto:mei@example.org" ${rel}>mei@example.org</a></p>`],
  [
    "[label](https://example.org/?a=1&amp;b=2 'title')",
    `<p><a href="https://example.org/?a=1&amp;b=2" ${rel}>label</a></p>`,
  ],
  ["[label][1]\n\n[1]: https://example.org/", `<p><a href="https://example.org/" ${rel}>label</a></p>`],
  ["[here](/t/12)", '<p><a href="/t/12">here</a></p>'],
  [
    "见 https://example.org/页。",
    `<p>见 <a href="https://example.org/%E9%A1%B5" ${rel}>https://example.org/页</a>。</p>`,
  ],
  ["![The page](/files/9)", '<p><img src="/files/9" alt="The page" loading="lazy" decoding="async" /></p>'],
  [
    "@mei and @小明",
    '<p><a class="mention" href="/members/mei">@mei</a> and <a class="mention" href="/members/%E5%B0%8F%E6%98%8E">@小明</a></p>',
  ],
  ["`@mei` [@mei](/x) \\@mei", '<p><code>@mei</code> <a href="/x">@mei</a> @mei</p>'],
  ["", ""],
  [" \n\n ", ""],
])("%j is shown as %s", (source, html) => {
  expect(renderDocument(source).html).toBe(html);
});

test("a table scrolls by itself and keeps its alignment", () => {
  expect(renderDocument("|a|b|\n|:-|-:|\n|1|2|").html.replace(/\n/g, "")).toBe(
    '<div class="table" tabindex="0"><table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead>' +
      '<tbody><tr><td align="left">1</td><td align="right">2</td></tr></tbody></table></div>',
  );
});

test("HTML is text, and markdown around it works", () => {
  expect(renderDocument('<b onclick="x()">**hi**</b> <script>alert(1)</script>').html).toBe(
    '<p>&lt;b onclick="x()"&gt;<strong>hi</strong>&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>',
  );
  expect(renderDocument("<div>\n**a**\n</div>\n<!-- seen -->").text).toBe("<div>\na\n</div>\n<!-- seen -->");
});

test("a picture from elsewhere is a link and is never loaded", () => {
  const { html, links } = renderDocument(
    "![cat](https://cats.example/1.png) ![](https://cats.example/2.png)",
  );
  expect(html).toBe(
    `<p><a class="outside-image" href="https://cats.example/1.png" ${rel}>cat</a> ` +
      `<a class="outside-image" href="https://cats.example/2.png" ${rel}>https://cats.example/2.png</a></p>`,
  );
  expect(links).toEqual(["https://cats.example/1.png", "https://cats.example/2.png"]);
});

test("a picture inside a link is its words", () => {
  expect(renderDocument("[![build](https://b.example/s.svg)](https://b.example/)").html).toBe(
    `<p><a href="https://b.example/" ${rel}>build</a></p>`,
  );
});

test("a link that may not be followed is shown as it was written", () => {
  const source =
    "[free coins](javascript:steal) [bank](https://bank.example@evil.example) ![x](data:image/png;base64,AA)";
  const { html, text, links } = renderDocument(source);
  expect(html).not.toContain("<a");
  expect(text).toBe(source);
  expect(links).toEqual([]);
});

test("references lead where the caller says, and only there", () => {
  const linkReference = { "#12": "/t/12", "gui#7": "https://example.org/7", "#13": "javascript:x" };
  expect(renderDocument("#12 gui#7 #13 #14 `#12` constructor#1", { linkReference }).html).toBe(
    `<p><a class="reference" href="/t/12">#12</a> <a class="reference" href="https://example.org/7" ${rel}>gui#7</a>` +
      " #13 #14 <code>#12</code> constructor#1</p>",
  );
});

test("with a list of names only those are mentioned", () => {
  const { html, mentions } = renderDocument("@MEI @nobody @小明看一下", { names: ["mei", "小明"] });
  expect(mentions).toEqual(["mei", "小明"]);
  expect(html).toContain('<a class="mention" href="/members/mei">@MEI</a> @nobody');
  expect(html).toContain('<a class="mention" href="/members/%E5%B0%8F%E6%98%8E">@小明</a>看一下');
});

test("the text is what a reader sees", () => {
  const { text } = renderDocument("# Fix\n\nUse `a<b` & **wait**, @mei\n\n- one\n- two\n\n![shot](/files/1)");
  expect(text).toBe("Fix\n\nUse a<b & wait, @mei\n\none\ntwo\n\nshot");
});

test("characters that turn or hide text cannot be smuggled in as references", () => {
  expect(renderDocument("a&#8238;b&#x202D;c&#0;&#7;d").html).toBe("<p>abc\ufffdd</p>");
});

test("what is nested deeper than anyone reads stays text", () => {
  const { html, isPlain } = renderDocument(`${">".repeat(2000)} deep`);
  expect(isPlain).toBe(false);
  expect(html.match(/<blockquote>/g)).toHaveLength(20);
  expect(html).toContain("deep");
});

test("a long source is rendered whole, in sections", () => {
  const source = "A **bold** word and some more.\n\n".repeat(8000);
  const { html, isPlain } = renderDocument(source);
  expect(isPlain).toBe(false);
  expect(html.match(/<strong>bold<\/strong>/g)).toHaveLength(8000);
});

test("a source too large for a post is shown whole as plain text", () => {
  const source = `<b>${"x".repeat(1024 * 1024)}</b>`;
  const { html, isPlain } = renderDocument(source);
  expect(isPlain).toBe(true);
  expect(html).toBe(`<pre class="plain">&lt;b&gt;${"x".repeat(1024 * 1024)}&lt;/b&gt;</pre>`);
});

test("a preview equals what is saved", () => {
  const source = "# a\n\n- @mei\n- #1\n\n```js\nlet a\n```";
  expect(renderDocument(source)).toEqual(renderDocument(source));
});
