import { expect, test } from "vitest";
import { withCacheRules } from "./cache-rules";

const html = { "Content-Type": "text/html; charset=utf-8" };

function rulesFor(request: RequestInit, response: ResponseInit): Headers {
  return withCacheRules(new Request("http://hearback.test/", request), new Response(null, response)).headers;
}

test("a page for guests is asked for again, and kept by language", () => {
  const headers = rulesFor({}, { headers: html });
  expect(headers.get("cache-control")).toBe("private, no-cache");
  expect(headers.get("vary")).toBe("Cookie, Accept-Language");
});

test.each([
  ["a page for somebody with a session", { headers: { Cookie: "a=b; __Host-session=x" } }, { headers: html }],
  ["an error", {}, { status: 404, headers: html }],
  ["an answer to a form", { method: "POST" }, { status: 303 }],
  ["an answer that sets a cookie", {}, { headers: { "Set-Cookie": "session=x", "Cache-Control": "public" } }],
])("%s is not stored", (_what, request, response) => {
  expect(rulesFor(request, response).get("cache-control")).toBe("no-store");
});

test("an answer with rules of its own keeps them", () => {
  const headers = { "Content-Type": "image/webp", "Cache-Control": "public, max-age=31536000, immutable" };
  expect(rulesFor({ headers: { Cookie: "session=x" } }, { headers }).get("cache-control")).toContain(
    "immutable",
  );
});
