import { simpleParser } from "mailparser";
import type { Platform } from "~/platform/platform";
import type { Received } from "../contracts/mail/smtp-receiver";
import type { CrowdMember } from "../factories/crowd";

/** What became of a mailing, member by member. */
export interface Delivered {
  /** Who was to get a mail and got none, though no server refused it. */
  missed: number;
  /** Mails that came more often than they were claimed, or members with two mails or two notices of one fact. */
  duplicates: number;
  /** Mails that came although their member was not to be told. */
  unwanted: number;
  /** Mails that do not list exactly what their member asked for. */
  wrong: number;
  /** Mails claimed more than once, because a sender died or nobody answered. */
  claimedAgain: number;
  received: number;
}

/** Holds what a receiver got against what everybody was to get, with the claims as the log of attempts. */
export async function examineDelivered(
  { db }: Platform,
  crowd: readonly CrowdMember[],
  received: readonly Received[],
  refused: ReadonlySet<string>,
): Promise<Delivered> {
  const mails = await db.mail.findMany({ select: { id: true, memberId: true, claims: true } });
  const claimsOf = new Map(mails.map(({ id, claims }) => [id, claims]));
  const timesOf = new Map<number, number>();
  const sourceTo = new Map<string, string>();
  for (const { to, source } of received) {
    const id = Number(/^Message-ID: <mail\.(\d+)@/im.exec(source)?.[1]);
    timesOf.set(id, (timesOf.get(id) ?? 0) + 1);
    sourceTo.set(to, source);
  }
  const perMember = new Map<number, number>();
  for (const { memberId } of mails) perMember.set(memberId!, (perMember.get(memberId!) ?? 0) + 1);
  const notices = await db.notice.count({ where: { type: "announcement" } });
  const members = await db.notice.groupBy({ by: ["memberId"], where: { type: "announcement" } });
  const result = { missed: 0, unwanted: 0, wrong: 0, received: received.length };
  for (const { address, topics } of crowd) {
    const source = sourceTo.get(address);
    if (topics.length === 0) result.unwanted += source ? 1 : 0;
    else if (!source) result.missed += refused.has(address) ? 0 : 1;
    else if (!(await lists(source, topics))) result.wrong++;
  }
  return {
    ...result,
    duplicates:
      [...timesOf].filter(([id, times]) => times > (claimsOf.get(id) ?? 0)).length +
      [...perMember.values()].filter((count) => count > 1).length +
      (notices - members.length),
    claimedAgain: mails.filter(({ claims }) => claims > 1).length,
  };
}

async function lists(source: string, topics: CrowdMember["topics"]): Promise<boolean> {
  const { text = "" } = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true });
  const listed = [...text.matchAll(/\/t\/(\d+)\//g)].map(([, number]) => Number(number));
  const expected = topics.map(({ number }) => number);
  return listed.toSorted((a, b) => a - b).join() === expected.toSorted((a, b) => a - b).join();
}
