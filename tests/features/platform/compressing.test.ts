import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { compressText } from "~/platform/http/compress-text.server";

const page = "<p>到账了 and paid</p>".repeat(200);
const app = new Hono()
  .use(compressText())
  .get("/page", (c) => {
    c.header("Set-Cookie", "a=1", { append: true });
    c.header("Set-Cookie", "b=2", { append: true });
    c.header("ETag", '"page"');
    return c.html(page, 422);
  })
  .get("/short", (c) => c.text("short"))
  .get("/picture", (c) => c.body(page, 200, { "Content-Type": "image/webp" }))
  .get("/packed", (c) => c.body(page, 200, { "Content-Type": "text/html", "Content-Encoding": "br" }))
  .post("/change", (c) => c.redirect("/page", 303));

const get = (path: string, encoding?: string) =>
  app.request(path, { headers: encoding === undefined ? {} : { "Accept-Encoding": encoding } });

test("a page comes packed and says how long it is, with everything else it says", async () => {
  const answer = await get("/page", "br;q=1.0, gzip;q=0.8");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(gunzipSync(bytes).toString()).toBe(page);
  expect([answer.status, answer.headers.get("content-encoding")]).toEqual([422, "gzip"]);
  expect(answer.headers.get("content-length")).toBe(String(bytes.length));
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(answer.headers.get("etag")).toBe('W/"page"');
});

test.each([undefined, "identity", "br", "gzip;q=0", "*;q=0.0"])(
  "who takes %s gets it as it is, and caches are told",
  async (encoding) => {
    const answer = await get("/page", encoding);
    expect(await answer.text()).toBe(page);
    expect([answer.headers.get("content-encoding"), answer.headers.get("vary")]).toEqual([
      null,
      "Accept-Encoding",
    ]);
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  },
);

test.each(["/short", "/picture"])("%s is not worth packing", async (path) => {
  const answer = await get(path, "gzip");
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(["short", page]).toContain(await answer.text());
});

test("what is packed already is left alone", async () => {
  expect((await get("/packed", "gzip")).headers.get("content-encoding")).toBe("br");
});

test("an answer without a body passes", async () => {
  const answer = await app.request("/change", { method: "POST", headers: { "Accept-Encoding": "gzip" } });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/page"]);
});
