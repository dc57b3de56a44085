import { expect, test } from "vitest";
import { allowances } from "~/features/auth/allowances";
import { purgePolicyReportsJob } from "~/features/admin/policy-reports/purging.server";
import { days } from "~/platform/clock/clock";
import { aMember } from "../factories/members";
import { signedIn, testSite } from "../setup/site";

const site = await testSite({ TRUST_PROXY: "1" });
const { platform } = site;
const { db, clock, config } = platform;
const admin = await aMember(platform, { role: "admin" });

const html = { Accept: "text/html" };
let networks = 0;
function report(fields: Record<string, string> = {}, address = `192.0.${++networks}.7`): Promise<Response> {
  const sent = {
    "document-uri": `${config.origin}/t/7`,
    "effective-directive": "script-src-elem",
    "blocked-uri": "inline",
    ...fields,
  };
  return site.send(
    "/policy-reports",
    { method: "POST", body: JSON.stringify({ "csp-report": sent }) },
    { headers: { "Content-Type": "application/csp-report", "X-Forwarded-For": address } },
  );
}

test("every page says where to report, and what is reported is counted for admins alone", async () => {
  const home = await site.get("/", { headers: html });
  expect(home.headers.get("content-security-policy")).toContain("report-uri /policy-reports");

  for (let times = 0; times < 3; times++) expect((await report()).status).toBe(204);
  await Promise.all(Array.from({ length: 10 }, () => report({ "blocked-uri": "eval" })));
  expect(await db.policyReport.findMany({ orderBy: { blocked: "asc" } })).toMatchObject([
    { blocked: "eval", times: 10 },
    { blocked: "inline", times: 3, page: "/t/7", directive: "script-src-elem" },
  ]);

  const page = async (role: "admin" | "staff") => {
    const cookie = await signedIn(platform, (await aMember(platform, { role })).id);
    return site.get("/admin/policy-reports", { cookie, headers: html });
  };
  expect(await (await page("admin")).text()).toContain("script-src-elem from inline");
  expect((await page("staff")).status).toBe(403);
  const cookie = await signedIn(platform, admin.id);
  const gone = await site.post("/admin/policy-reports", { _method: "DELETE" }, { cookie });
  expect([gone.status, await db.policyReport.count()]).toEqual([303, 0]);
});

test("nonsense and floods fill nothing", async () => {
  const send = (body: string) => site.send("/policy-reports", { method: "POST", body });
  expect((await send("{")).status).toBe(400);
  expect((await send("x".repeat(70_000))).status).toBe(413);
  expect((await send("[]")).status).toBe(204);
  expect((await site.get("/policy-reports", { headers: html })).status).toBe(404);

  const { times } = allowances.policyReport.perNetwork;
  const answers: number[] = [];
  for (let sent = 0; sent < times + 3; sent++) answers.push((await report({}, "203.0.113.9")).status);
  expect(answers.filter((status) => status === 429)).toHaveLength(3);

  const kinds = Array.from({ length: 520 }, (_, index) => ({
    directive: "img-src",
    blocked: "data",
    page: `/x/${index}`,
    firstAt: clock.now(),
    lastAt: clock.now(),
  }));
  await db.policyReport.createMany({ data: kinds.slice(0, 500 - (await db.policyReport.count())) });
  await report({ "blocked-uri": "https://new.example/x" });
  expect(await db.policyReport.count()).toBe(500);
  clock.advance(days(31));
  await purgePolicyReportsJob.handle(platform, []);
  expect(await db.policyReport.count()).toBe(0);
});
