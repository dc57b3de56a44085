import { expect, test } from "vitest";
import { addressEnd } from "./chinese-rules";
import { renderDocument } from "./render-document";

test.each([
  ["**注意：**请备份", "<strong>注意：</strong>请备份"],
  ["**注意:**请备份", "<strong>注意:</strong>请备份"],
  ["他说**“不到账”**了", "他说<strong>“不到账”</strong>了"],
  ["钱包**(v2.4)**打不开", "钱包<strong>(v2.4)</strong>打不开"],
  ["先*备份。*再升级", "先<em>备份。</em>再升级"],
  ["~~已解决。~~还没有", "<del>已解决。</del>还没有"],
  ["**一：**甲，**二：**乙", "<strong>一：</strong>甲，<strong>二：</strong>乙"],
  ["“**重点**”和（**另一个**）", "“<strong>重点</strong>”和（<strong>另一个</strong>）"],
  ["2 * 3 * 4 与 a*b", "2 * 3 * 4 与 a*b"],
  ["**未闭合：请", "**未闭合：请"],
])("%s", (source, html) => {
  expect(renderDocument(source).html).toBe(`<p>${html}</p>`);
});

test.each([
  [
    "*a* **b** ***c*** _d_ __e__",
    "<em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em> <strong>e</strong>",
  ],
  ["snake_case_name and a*b*c", "snake_case_name and a<em>b</em>c"],
  ['**"quoted"** *(a)*', '<strong>"quoted"</strong> <em>(a)</em>'],
  ["**note:**text", "**note:**text"],
  ["~~gone~~, ~also~", "<del>gone</del>, <del>also</del>"],
  ["*a **b** c*", "<em>a <strong>b</strong> c</em>"],
])("English keeps its rules: %s", (source, html) => {
  expect(renderDocument(source).html).toBe(`<p>${html}</p>`);
});

test.each([
  ["https://example.org/a，然后", "https://example.org/a"],
  ["https://example.org。", "https://example.org"],
  ["https://example.org/a请看", "https://example.org/a"],
  ["https://zh.wikipedia.org/wiki/比特币", "https://zh.wikipedia.org/wiki/比特币"],
  ["https://zh.wikipedia.org/wiki/比特币。", "https://zh.wikipedia.org/wiki/比特币"],
  ["www.example.org（官网）", "www.example.org"],
  ["https://example.org/a(b) c", "https://example.org/a(b) c"],
])("in %s the address is %s", (source, address) => {
  expect(source.slice(0, addressEnd(source))).toBe(address);
});
