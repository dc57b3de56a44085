import { expect, test } from "vitest";
import { testSite } from "../setup/site";

const site = await testSite();

test("health says that the site can serve", async () => {
  const response = await site.get("/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok", database: "ok", storage: "ok" });
});

test("pages carry the policy that lets no text of a member run", async () => {
  const response = await site.get("/");
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test.each([
  ["another site's origin", { Origin: "https://evil.example" }],
  ["an origin that hides itself", { Origin: "null" }],
  ["a cross-site fetch with our origin", { "Sec-Fetch-Site": "cross-site" }],
  ["a sibling domain", { "Sec-Fetch-Site": "same-site" }],
])("a form sent from %s changes nothing", async (_name, headers) => {
  const response = await site.post("/sign-in", { name: "x" }, { headers, cookie: "session=x" });
  expect(response.status).toBe(403);
});

test("a page that does not exist says so with its status", async () => {
  const response = await site.get("/no-such-page");
  expect(response.status).toBe(404);
});
