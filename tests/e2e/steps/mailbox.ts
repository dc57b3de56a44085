import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { simpleParser } from "mailparser";
import type { HearbackProcess } from "../hearback-process";

/** Text of the first mail to an address whose subject matches, as soon as the site has written it. */
export async function mailTo(site: HearbackProcess, address: string, subject: RegExp): Promise<string> {
  let text = "";
  await expect
    .poll(async () => (text = (await findMail(join(site.dataFolder, "mail"), address, subject)) ?? ""), {
      timeout: 20_000,
    })
    .not.toBe("");
  return text;
}

async function findMail(folder: string, address: string, subject: RegExp): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(".eml"))) {
    const mail = await simpleParser(await readFile(join(folder, name)));
    const to = [mail.to].flat().flatMap((each) => each?.value ?? []);
    if (to.some((each) => each.address === address) && subject.test(mail.subject ?? "")) return mail.text;
  }
  return undefined;
}
