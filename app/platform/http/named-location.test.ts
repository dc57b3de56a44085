import { Hono } from "hono";
import { expect, test } from "vitest";
import { nameLocation } from "./named-location";

function app() {
  return new Hono()
    .use(nameLocation())
    .post("/replies", (c) => {
      c.header("Set-Cookie", "said=1");
      return c.redirect("/t/5#r12", 303);
    })
    .post("/refused", (c) => c.html("<main>again</main>", 422));
}

const asked = { method: "POST", headers: { "X-Answer": "location" } };

test("a redirect is named to the script that asks, with its fragment and cookies", async () => {
  const answer = await app().request("/replies", asked);
  expect([answer.status, answer.headers.get("x-location")]).toEqual([204, "/t/5#r12"]);
  expect(answer.headers.get("location")).toBeNull();
  expect(answer.headers.get("set-cookie")).toBe("said=1");
});

test("everybody else is redirected", async () => {
  const answer = await app().request("/replies", { method: "POST" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/t/5#r12"]);
});

test("a page stays a page", async () => {
  const answer = await app().request("/refused", asked);
  expect([answer.status, await answer.text()]).toEqual([422, "<main>again</main>"]);
});
