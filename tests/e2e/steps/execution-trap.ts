import { expect, type Page } from "@playwright/test";

/** Everything a text of somebody else could make a page do. */
export interface ExecutionTrap {
  /** Fails with what happened, if anything did. */
  expectNothingRan(): Promise<void>;
}

/** Watches a page from now on: for code of a text that ran, tried to and was refused, asked, or left the site. */
export async function setTrap(page: Page, origin: string): Promise<ExecutionTrap> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    // The browser's own question before it lets go of what was typed.
    if (dialog.type() === "beforeunload") return void dialog.accept();
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
      seen.push(`request to ${request.url()}`);
  });
  page.on("console", (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(`error ${error.message}`));
  await page.exposeFunction("__violated", (what: string) => seen.push(`violation of the policy: ${what}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const report = (globalThis as unknown as { __violated: (what: string) => void }).__violated;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return {
    async expectNothingRan() {
      const ran = await page.evaluate(() => (globalThis as unknown as { __ran?: unknown }).__ran);
      expect({ page: page.url(), ran, seen }).toEqual({ page: page.url(), ran: undefined, seen: [] });
    },
  };
}
