import { randomUUID } from "node:crypto";
import type { Role } from "~/features/members/role";
import type { HearbackProcess } from "../hearback-process";

/** Somebody with an account on the site under test. */
export interface Person {
  name: string;
  email: string;
  password: string;
  /** Value of a session cookie; `signIn` plants it. */
  session: string;
}

export const password = "nine kites over harbour";

/** Sets the site up through the link its first start prints, as a wallet in both languages. */
export async function firstAdminOf(site: HearbackProcess): Promise<Person> {
  const admin = { name: "ada", email: "ada@people.example", password };
  const answer = await send(site, new URL(site.firstAdminLink!).pathname, [
    ...Object.entries(admin),
    ["siteName", "Harbour Wallet"],
    ["languages", "en"],
    ["languages", "zh-CN"],
    ["defaultLocale", "en"],
    ["preset", "wallet"],
  ]);
  return { ...admin, session: sessionIn(answer) };
}

/** Makes an account through the form for it, which also signs in. */
export async function aMemberOf(site: HearbackProcess, name = aName()): Promise<Person> {
  const account = { name, email: `${name}@people.example`, password };
  const answer = await send(site, "/sign-up", account);
  return { ...account, session: sessionIn(answer) };
}

/** Makes an account for one of the team, as the site's own administrator does on the command line. */
export async function oneOfTheTeam(
  site: HearbackProcess,
  { name, role }: { name: string; role: Role },
): Promise<Person> {
  const account = { name, email: `${name}@people.example`, password };
  const args = ["member", "create", "--email", account.email, "--name", name, "--role", role];
  await site.command([...args, "--password-stdin"], `${password}\n`);
  return { ...account, session: await freshSession(site, account) };
}

/** A session of its own, for a journey that ends one. */
export async function freshSession(
  site: HearbackProcess,
  { name, password: typed }: Pick<Person, "name" | "password">,
): Promise<string> {
  return sessionIn(await send(site, "/sign-in", { identifier: name, password: typed }));
}

/** A form sent without a browser, for what a journey needs but does not show. */
export function send(
  site: Pick<HearbackProcess, "address">,
  path: string,
  fields: Record<string, string> | Iterable<[name: string, value: string]>,
  session?: string,
): Promise<Response> {
  const body = new FormData();
  const entries = Symbol.iterator in fields ? fields : Object.entries(fields);
  for (const [name, value] of entries) body.append(name, value);
  const headers = { Origin: site.address, ...(session && { Cookie: `session=${session}` }) };
  return fetch(new URL(path, site.address), { method: "POST", body, headers, redirect: "manual" });
}

export function sessionIn(answer: Response): string {
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("session="));
  if (!cookie || answer.status !== 303) throw new Error(`Nobody was signed in: ${answer.status}`);
  return cookie.slice("session=".length).split(";")[0]!;
}

function aName(): string {
  return `reader-${randomUUID().slice(0, 8)}`;
}
