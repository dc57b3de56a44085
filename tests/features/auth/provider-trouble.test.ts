import { describe, expect, test } from "vitest";
import { goToProvider } from "~/features/auth/provider/going.server";
import { returnFromProvider } from "~/features/auth/provider/returning.server";
import { minutes } from "~/platform/clock/clock";
import { refused } from "~/platform/outcome";
import { guest } from "../../setup/contexts";
import { type Lie, startLyingProvider } from "../../setup/lying-provider";
import { testPlatform } from "../../setup/platform";

const { issuer, said } = await startLyingProvider("hearback");
const platform = await testPlatform({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "hearback" });
const visit = { device: "", network: "unknown", replaces: null };
const carried = { next: "/", kept: null };

const go = () => goToProvider(guest(platform), { kind: "sign-in", carried, browser: null }, visit);

async function told(lie: Lie) {
  said.lie = lie;
  const going = await go();
  if (!going.ok) throw new Error(going.reason);
  const asked = new URL(going.to).searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  said.nonce = asked.get("nonce")!;
  const search = new URLSearchParams({ code: "a-code", state: asked.get("state")! });
  const browser = /=([\w-]{32});/.exec(going.cookie)![1]!;
  return returnFromProvider(guest(platform), { search, browser }, visit);
}

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

describe("what a provider says", () => {
  test("is believed when it is signed, for us, now and for this errand", async () => {
    expect(await told({})).toMatchObject({ ok: true, token: expect.any(String) });
  });

  test.each<[string, Lie]>([
    ["signed by somebody else", { isForged: true }],
    ["for another site", { claims: { aud: "somebody-else" } }],
    ["in the name of another issuer", { claims: { iss: "https://evil.example" } }],
    ["for another errand", { claims: { nonce: "old" } }],
    ["an hour ago", { claims: { exp: now() - hour } }],
    ["of nobody", { claims: { sub: "" } }],
    ["of somebody with an endless name", { claims: { sub: "x".repeat(300) } }],
  ])("is not believed %s", async (_what, lie) => {
    expect(await told(lie)).toMatchObject({ ok: false, reason: "provider-refused" });
  });

  test.each<[string, Lie]>([
    ["an error", { answer: (response) => response.writeHead(500).end() }],
    ["a page", { answer: (response) => response.setHeader("Content-Type", "text/html").end("<p>hello") }],
    [
      "a way to somewhere else",
      { answer: (response) => response.writeHead(302, { Location: "http://127.0.0.1:1/" }).end() },
    ],
    [
      "more than anybody needs",
      {
        answer: (response) =>
          response.setHeader("Content-Type", "application/json").end(`{"a":"${"x".repeat(1e6)}"}`),
      },
    ],
    [
      "half an answer",
      {
        answer: (response) =>
          response.writeHead(200, { "Content-Length": "100" }).write("{", () => response.destroy()),
      },
    ],
  ])("is no answer when it is %s", async (_what, lie) => {
    expect(await told(lie)).toMatchObject({ ok: false, reason: "provider-away", carried });
  });
});

describe("a provider that cannot be found out about", () => {
  test.each([
    ["is broken", (response: Parameters<NonNullable<Lie["answer"]>>[0]) => response.writeHead(500).end()],
    [
      "calls itself something else",
      (response: Parameters<NonNullable<Lie["answer"]>>[0]) =>
        response
          .setHeader("Content-Type", "application/json")
          .end(JSON.stringify({ issuer: "https://evil.example" })),
    ],
    ["says nothing at all", () => undefined],
  ])("and %s costs a few seconds, and is asked again the next time", async (_what, description) => {
    platform.clock.advance(minutes(11));
    said.description = description;
    expect(await go()).toEqual(refused("provider-away"));
    said.description = null;
    expect(await go()).toMatchObject({ ok: true });
  });
});
