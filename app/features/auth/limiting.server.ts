import { createHash } from "node:crypto";
import { getNewcomerEnd } from "~/features/members/standing.server";
import { minutes } from "~/platform/clock/clock";
import { TooManyRequests } from "~/platform/errors";
import type { Platform } from "~/platform/platform";
import type { Allowance, Charge, Spent } from "~/platform/rate-limits/allowance";
import { giveBack, spend } from "~/platform/rate-limits/spending.server";
import { type ActionAllowance, allowances, type LimitedAction } from "./allowances";

/** Who does it: the member, when one is signed in, and the network it comes from. */
export interface Doer {
  memberId: number | null;
  network: string;
  /** Asked for only where an action has an allowance of its own for newcomers. */
  isNewcomer?: boolean;
}

/**
 * Counts one more `action`, unless its allowance is used up. `extra` counts against something else as well, such as
 * the address a mail goes to.
 */
export async function countAction(
  platform: Platform,
  action: LimitedAction,
  doer: Doer,
  extra: readonly Charge[] = [],
): Promise<Spent> {
  const { atOnce = 1 }: ActionAllowance = allowances[action];
  const charges = [...extra, ...chargesOf(action, doer)];
  if (atOnce > 1 && takeFromStock(platform, charges))
    return { isAllowed: true, allowedAt: null, usedUp: null };
  const spent = await spend(platform, charges);
  if (spent.isAllowed && atOnce > 1) fillStock(platform, charges, atOnce - 1);
  return spent;
}

/** Like `countAction`, for whoever has no form of their own to answer with. */
export async function requireAllowance(platform: Platform, action: LimitedAction, doer: Doer): Promise<void> {
  const { allowedAt, usedUp } = await countAction(platform, action, doer);
  if (!allowedAt) return;
  const { memberId } = doer;
  if (memberId === null || !usedUp?.startsWith(`${action}:newcomer-`))
    throw new TooManyRequests("too-many", allowedAt);
  throw new TooManyRequests("too-many-newcomer", allowedAt, {
    ...(await getNewcomerEnd(platform, memberId)),
  });
}

/** What `countAction` took for something that was refused in the end: only what is done counts. */
export async function returnAction(platform: Platform, action: LimitedAction, doer: Doer): Promise<void> {
  await giveBack(platform, chargesOf(action, doer));
}

function chargesOf(action: LimitedAction, { memberId, network, isNewcomer }: Doer): Charge[] {
  const { perMember, perNetwork, perNewcomer = [], atOnce = 1 }: ActionAllowance = allowances[action];
  const charges: Charge[] = [];
  if (perMember && memberId !== null)
    charges.push({ key: `${action}:member:${memberId}`, allowance: perMember, count: atOnce });
  if (isNewcomer && memberId !== null)
    perNewcomer.forEach((allowance, index) =>
      charges.push({ key: `${action}:newcomer-${index}:${memberId}`, allowance, count: atOnce }),
    );
  const ofNetwork = perNetwork && allowanceOf(network, perNetwork);
  if (ofNetwork) charges.push({ key: `${action}:network:${network}`, allowance: ofNetwork, count: atOnce });
  return charges;
}

/** For keys of limits: what somebody typed is not kept, only whether it is the same again. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/**
 * At a local address stands a proxy that TRUST_PROXY does not count, with everybody behind it: there a network's
 * allowance is twenty times as large, so that a forgotten setting locks nobody out. Null: a call without a network.
 */
function allowanceOf(network: string, { times, withinMs }: Allowance): Allowance | null {
  if (network === "unknown") return null;
  return { times: isLocal(network) ? times * 20 : times, withinMs };
}

/** Loopback and private addresses, as `networkOf` writes them. */
function isLocal(network: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::\/48|f[cd][0-9a-f]{2}:)/.test(network);
}

// What this process has taken ahead, per combination of keys. Lost at its end, which costs a few of a large number.
const stocks = new WeakMap<object, Map<string, { left: number; until: number }>>();
const stockKeptMs = minutes(1);
const mostStocks = 10_000;

function takeFromStock({ db, clock }: Platform, charges: readonly Charge[]): boolean {
  if (charges.length === 0) return true;
  const stock = stocks.get(db)?.get(keyOf(charges));
  if (!stock || stock.left <= 0 || stock.until < clock.now().getTime()) return false;
  stock.left--;
  return true;
}

function fillStock({ db, clock }: Platform, charges: readonly Charge[], left: number): void {
  const ofProcess = stocks.get(db) ?? new Map<string, { left: number; until: number }>();
  if (ofProcess.size >= mostStocks) ofProcess.clear();
  ofProcess.set(keyOf(charges), { left, until: clock.now().getTime() + stockKeptMs });
  stocks.set(db, ofProcess);
}

function keyOf(charges: readonly Charge[]): string {
  return charges.map(({ key }) => key).join("\n");
}
