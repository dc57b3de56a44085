import { claimFreeNames } from "~/features/members/claiming.server";
import type { Context } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { inTransaction } from "~/platform/db/transaction.server";
import { cleanLine } from "~/platform/text/clean-text";
import { freeHandle, isBot } from "./handles";

const peopleAtOnce = 200;
const longestDisplayName = 60;

export interface Person {
  login: string;
  name: string;
  isStaff: boolean;
  /** When the archive first hears of them. */
  since: Date;
}

/** Members by login of the source; the empty login is the one who stands for deleted accounts. */
export type People = ReadonlyMap<string, { id: number; displayName: string }>;

/**
 * Finds or makes the members that stand for the people of a source. They have no password and no address, so nobody
 * signs in as them. Staff is only what the source says of its own team; nothing in an archive makes an admin.
 */
export async function ensurePeople(
  ctx: Context,
  source: string,
  people: readonly Person[],
): Promise<{ people: People; made: number }> {
  const known = await knownPeople(ctx, source);
  const missing = people.filter(({ login }) => !known.has(keyOf(login)));
  const taken = await takenNames(ctx);
  for (let from = 0; from < missing.length; from += peopleAtOnce) {
    const part = missing.slice(from, from + peopleAtOnce);
    for (const [key, member] of await addPeople(ctx, source, part, taken)) known.set(key, member);
  }
  return { people: known, made: missing.length };
}

export function memberOf(people: People, login: string): { id: number; displayName: string } {
  return people.get(keyOf(login)) ?? people.get("")!;
}

function keyOf(login: string): string {
  return login.toLowerCase();
}

async function knownPeople(
  ctx: Context,
  source: string,
): Promise<Map<string, { id: number; displayName: string }>> {
  const rows = await ctx.rows<{ externalId: string; id: number; displayName: string }>(
    `SELECT r."externalId", m.id, m."displayName" FROM "ImportedRecord" r JOIN "Member" m ON m.id = r."thingId"
     WHERE r.source = ? AND r.thing = 'member'`,
    [source],
  );
  return new Map(rows.map(({ externalId, ...member }) => [externalId.replace(/^member:/, ""), member]));
}

async function takenNames(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.rows<{ nameFolded: string }>(`SELECT "nameFolded" FROM "Member"`);
  return new Set(rows.map(({ nameFolded }) => nameFolded));
}

async function addPeople(
  ctx: Context,
  source: string,
  people: readonly Person[],
  taken: Set<string>,
): Promise<[string, { id: number; displayName: string }][]> {
  const named = people.map((person) => {
    const login = person.login || `deleted-${source.split("/")[0]}`;
    const name = freeHandle(login, taken);
    return { person, name, displayName: displayNameOf(person, name) };
  });
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const rows = await tx.db.member.createManyAndReturn({
      data: named.map(({ person, name, displayName }) => ({
        name,
        displayName,
        nameFolded: foldName(name),
        origin: "import",
        role: person.isStaff && !isBot(person.login) ? "staff" : "member",
        createdAt: person.since,
      })),
      select: { id: true, name: true, displayName: true },
    });
    await claimFreeNames(
      tx,
      rows.map(({ id, name }) => ({ memberId: id, name })),
    );
    const byName = new Map(rows.map((row) => [row.name, row]));
    await tx.db.importedRecord.createMany({
      data: named.map(({ person, name }) => ({
        source,
        externalId: `member:${keyOf(person.login)}`,
        thing: "member",
        thingId: byName.get(name)!.id,
        createdAt: now,
      })),
    });
    return named.map(({ person, name }): [string, { id: number; displayName: string }] => {
      const { id, displayName } = byName.get(name)!;
      return [keyOf(person.login), { id, displayName }];
    });
  });
}

function displayNameOf({ login, name }: Person, handle: string): string {
  if (login === "") return "Deleted account / 已注销账号";
  return (
    cleanLine(name).slice(0, longestDisplayName) || cleanLine(login).slice(0, longestDisplayName) || handle
  );
}
