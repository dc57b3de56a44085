import { expect, test } from "vitest";
import { renderDocument } from "./render-document";

function imported(source: string) {
  return renderDocument(source, { isImported: true });
}

test("the comments of an issue template are not shown", () => {
  expect(imported("<!-- Please describe\n\nyour problem -->\n\nIt crashes <!-- often --> here").html).toBe(
    "<p>It crashes  here</p>",
  );
});

test("a folded part is shown unfolded", () => {
  expect(imported("<details>\n<summary>Log</summary>\n\n```\nx\n```\n\n</details>\n\nend").html).toBe(
    '<p>Log</p>\n<pre tabindex="0"><code>x\n</code></pre>\n<p>end</p>',
  );
});

test("breaks break, pictures and links are links", () => {
  expect(imported('a<br>b<br/>c <img width="9" src="https://i.example/1.png" alt="A &amp; B">').html).toBe(
    '<p>a<br />b<br />c <a class="outside-image" href="https://i.example/1.png" rel="ugc nofollow noopener noreferrer">A &amp; B</a></p>',
  );
  expect(imported("<a href='https://x.example/' onclick=x>the **page**</a>").html).toBe(
    '<p><a href="https://x.example/" rel="ugc nofollow noopener noreferrer">the <strong>page</strong></a></p>',
  );
  expect(imported('<a href="javascript:x">bad</a><img src=x onerror=y>').html).not.toMatch(/<(?:a|img)/);
});

test("formatting tags go and their words stay; anything else was never markup", () => {
  expect(imported("<b>bold</b> and <list> and Map<String, T> <script>x</script>").text).toBe(
    "bold and <list> and Map<String, T> <script>x</script>",
  );
});

test("in code every tag stays", () => {
  expect(imported("`<br>`\n\n```html\n<details>\n<!-- x -->\n```").text).toBe(
    "<br>\n\n<details>\n<!-- x -->",
  );
});

test("an unclosed comment or tag is text", () => {
  expect(imported("<!-- never closed\n\nafter").text).toBe("<!-- never closed\n\nafter");
  expect(imported('<img src="x').text).toBe('<img src="x');
});

test("a markdown link inside a link of HTML is its text, never a link within a link", () => {
  expect(imported('<a href="/t/1">see <http://a.example/></a>').html).toBe(
    '<p><a href="/t/1">see http://a.example/</a></p>',
  );
});
