import fc from "fast-check";
import { expect, test } from "vitest";
import { linkTarget, ownFileAddress } from "./link-policy";

test.each([
  ["https://example.org/a?b=1#c", "https://example.org/a?b=1#c"],
  ["HTTP://Example.org", "http://example.org/"],
  ["http://例え.jp/道", "http://xn--r8jz45g.jp/%E9%81%93"],
  ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/"],
  ["mailto:mei@example.org", "mailto:mei@example.org"],
  ["mailto:mei@example.org?subject=Send%20me&body=your%20phrase", "mailto:mei@example.org"],
  ["/t/12/wallet#reply-3", "/t/12/wallet#reply-3"],
  ["/members/小明", "/members/%E5%B0%8F%E6%98%8E"],
  ["/a/../b", "/b"],
])("%s leads to %s", (address, href) => {
  expect(linkTarget(address)?.href).toBe(href);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "java\tscript:alert(1)",
  "\u0001javascript:alert(1)",
  " javascript:alert(1)",
  "vbscript:x",
  "data:text/html,<script>alert(1)</script>",
  "data:image/svg+xml;base64,PHN2Zz4=",
  "blob:https://example.org/1",
  "file:///etc/passwd",
  "ftp://example.org/",
  "view-source:https://example.org",
  "tel:+123",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "https:evil.example",
  "https:/evil.example",
  "https://google.com@evil.example",
  "https://user:word@example.org/",
  "https://:@",
  "http://",
  "https://exa mple.org",
  "https://[::1",
  "mailto:",
  "mailto:a@b,c@d\n",
  "mailto:<script>",
  "#top",
  "?q=1",
  "page.html",
  "./page",
  "",
  `https://example.org/${"a".repeat(2000)}`,
  "https://example.org/\ud800",
])("%j leads nowhere", (address) => {
  expect(linkTarget(address)).toBeNull();
});

test("whatever is written, a link only ever leads to http, https, a mail address or this site", () => {
  const part = fc.constantFrom(
    "javascript:",
    "data:",
    "http://",
    "https://",
    "//",
    "/",
    "\\",
    "@",
    ":",
    "#",
    "?",
    "a.b",
    "\t",
    "..",
    "mailto:",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(part, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 8 }),
      (parts) => {
        const target = linkTarget(parts.join(""));
        if (!target) return;
        expect(target.href).toMatch(
          target.isOutside ? /^(?:https?:\/\/[^@/]+(?:\/|$)|mailto:[^?]+$)/ : /^\/(?![/\\])/,
        );
        expect(new URL(target.href, "https://own.example").origin === "https://own.example").toBe(
          !target.isOutside,
        );
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([
  ["/files/12", true],
  ["/files/aZ_9-x/thumbnail", true],
  ["/files/../admin", false],
  ["/files/12?x=1", false],
  ["//files/12", false],
  ["https://example.org/files/12", false],
  ["/files/", false],
])("%s as a picture of this site: %s", (address, isOwn) => {
  expect(ownFileAddress(address) !== null).toBe(isOwn);
});
