import { expect, test } from "vitest";
import { renderDocument } from "~/platform/markdown/render-document";
import { fillText } from "./filling";
import { languageOfText, textIn } from "./saved-reply";

const values = {
  name: "Mei",
  title: "Fee taken twice",
  area: "Wallet",
  number: "12",
  release: "2.4.1",
  me: "Jonas",
};

test("variables become what they stand for, unknown braces stay", () => {
  expect(fillText("Hello {name}, {title} is fixed in {release}. {nobody} {} { name }", values)).toBe(
    "Hello Mei, Fee taken twice is fixed in 2.4.1. {nobody} {} { name }",
  );
});

test.each([
  "**bold** _it_ `code` ~~gone~~",
  "[click](https://evil.example) <https://evil.example>",
  "https://evil.example www.evil.example mail@evil.example",
  "<script>alert(1)</script><img src=x>",
  "# heading",
  "> quote",
  "1. list",
  "{me} {title}",
  "![x](/files/1) &lt;b&gt; \\",
  "line\n\n# two\n[a]: https://evil.example",
])("what somebody called themselves stands there as plain text: %j", (name) => {
  const filled = fillText("Hello {name}, thanks.", { ...values, name });
  const { html, text } = renderDocument(filled, {});
  expect(html).not.toMatch(/<(?!\/?p>)/);
  expect(text.replace(/\s+/g, " ").trim()).toBe(`Hello ${name.replace(/\s+/g, " ").trim()}, thanks.`);
});

test("a text is taken in the language asked for, else in the one there is", () => {
  expect(textIn({ en: "Hello", "zh-CN": "你好" }, "zh-CN")).toBe("你好");
  expect(textIn({ en: "Hello", "zh-CN": "" }, "zh-CN")).toBe("Hello");
  expect(languageOfText({ en: "", "zh-CN": "你好" }, "en")).toBe("zh-CN");
});
