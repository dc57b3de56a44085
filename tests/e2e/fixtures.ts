import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { type HearbackProcess, startHearback } from "./hearback-process";
import { aMemberOf, firstAdminOf, freshSession, oneOfTheTeam, type Person } from "./steps/people";

interface WorkerParts {
  /** What the site is reached under. Browsers keep passkeys for names alone, so their journey says "localhost". */
  hostname: string;
  /** What the site's environment holds besides. */
  environment: Readonly<Record<string, string>>;
  /** The site in a process of its own, set up through the link its first start prints. One per worker. */
  site: HearbackProcess;
  team: { admin: Person; staff: Person };
}

interface TestParts {
  /** Of the team, signed in for this test: what they do may ask that they have shown within minutes who they are. */
  admin: Person;
  staff: Person;
  /** Somebody new for this test alone. */
  member: Person;
  /** Signs this browser in by planting a session. */
  signIn: (page: Page, who: Person) => Promise<void>;
  /** A browser of its own for one more person of the journey; a guest where nobody is named. */
  browserOf: (who?: Person) => Promise<Page>;
}

export const test = base.extend<
  TestParts,
  WorkerParts & { opened: { site: HearbackProcess; admin: Person } }
>({
  hostname: ["127.0.0.1", { scope: "worker", option: true }],
  environment: [{}, { scope: "worker", option: true }],
  opened: [
    async ({ hostname, environment }, use) => {
      const site = await startHearback(hostname, environment);
      await use({ site, admin: await firstAdminOf(site) });
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  site: [async ({ opened }, use) => use(opened.site), { scope: "worker" }],
  team: [
    async ({ opened: { site, admin } }, use) =>
      use({ admin, staff: await oneOfTheTeam(site, { name: "lin", role: "staff" }) }),
    { scope: "worker" },
  ],
  admin: async ({ site, team: { admin } }, use) => use(await signedIn(site, admin)),
  staff: async ({ site, team: { staff } }, use) => use(await signedIn(site, staff)),
  baseURL: async ({ site }, use) => use(site.address),
  member: async ({ site }, use) => use(await aMemberOf(site)),
  signIn: async ({ site }, use) => {
    await use(async (page, { session }) => {
      await page.context().addCookies([{ name: "session", value: session, url: site.address }]);
    });
  },
  browserOf: async ({ browser, signIn }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      if (who) await signIn(page, who);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

async function signedIn(site: HearbackProcess, person: Person): Promise<Person> {
  return { ...person, session: await freshSession(site, person) };
}

export { expect } from "@playwright/test";
