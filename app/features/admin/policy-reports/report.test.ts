import { expect, test } from "vitest";
import { readPolicyReport } from "./report";

const origin = "https://community.example";
const uri = (fields: Record<string, unknown>) => ({
  "csp-report": {
    "document-uri": `${origin}/t/7/a-title?from=mail`,
    "effective-directive": "script-src-elem",
    "blocked-uri": "inline",
    ...fields,
  },
});

test("a report tells what was kept off which page, and of an address its origin alone", () => {
  const blocked = (words: string) => readPolicyReport(uri({ "blocked-uri": words }), origin)?.blocked;
  expect(readPolicyReport(uri({}), origin)).toEqual({
    directive: "script-src-elem",
    blocked: "inline",
    page: "/t/7/a-title",
  });
  expect(blocked("https://evil.example/pixel.png?who=mei")).toBe("https://evil.example");
  expect(blocked("chrome-extension://abc/x.js")).toBe("chrome-extension:");
  expect(blocked("<script>")).toBe("unknown");
});

test("a secret in an address, a query and what a page is about are not kept", () => {
  const report = readPolicyReport(uri({ "document-uri": `${origin}/reset/secret-token?x=1` }), origin);
  expect(report?.page).toBe("/reset/…");
});

test.each([
  ["another site's page", uri({ "document-uri": "https://evil.example/" })],
  ["no page", uri({ "document-uri": "about:blank" })],
  ["no rule", uri({ "effective-directive": "<script>" })],
  ["nothing", null],
  ["a word", "csp-report"],
  ["other fields", { "csp-report": 1 }],
])("%s is no report", (_what, sent) => {
  expect(readPolicyReport(sent, origin)).toBeNull();
});

test("no report becomes a link to another place", () => {
  const report = readPolicyReport(uri({ "document-uri": `${origin}//evil.example/x` }), origin);
  expect(report?.page).toBe("/evil.example/x");
});
