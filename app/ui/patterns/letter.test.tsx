import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LocaleProvider } from "~/platform/i18n/use-text";
import { Letter } from "./letter";

function letter(locale: "en" | "zh-CN"): string {
  return renderToStaticMarkup(
    <LocaleProvider value={locale}>
      <Letter
        siteName="Tern Wallet"
        author={{ name: "Mara Lindqvist", title: "Support lead" }}
        reference={{ code: "HB-7F3K-21", href: "/verify?q=HB-7F3K-21" }}
      >
        <p>It is safe to wait.</p>
      </Letter>
    </LocaleProvider>,
  );
}

test("a letter says in words that it is official, by whom, and where to check it", () => {
  const html = letter("en");
  expect(html).toContain('aria-label="Official reply by Mara Lindqvist, Tern Wallet"');
  expect(html).toContain('<small lang="zh-CN">官方回复</small>');
  expect(html).toContain('<a href="/verify?q=HB-7F3K-21">Check HB-7F3K-21</a>');
  expect(html).toContain('class="avatar staff"');
});

test("a Chinese reader meets the same signals", () => {
  const html = letter("zh-CN");
  expect(html).toContain('aria-label="Tern Wallet官方回复，Mara Lindqvist"');
  expect(html).toContain('<small lang="en">Official reply</small>');
});
