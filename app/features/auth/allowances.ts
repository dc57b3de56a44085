import { days, hours, minutes } from "~/platform/clock/clock";
import type { Allowance } from "~/platform/rate-limits/allowance";

/** Of one action: how much a member may do, and how much may come from one network (a household, an office, a cell). */
export interface ActionAllowance {
  perMember?: Allowance;
  perNetwork?: Allowance;
  /** What newcomers may do of it besides: all of these hold. */
  perNewcomer?: readonly Allowance[];
  /** Taken from the database so many at a time, where asking for each would cost more than what is limited. */
  atOnce?: number;
}

const per = (times: number, withinMs: number): Allowance => ({ times, withinMs });

/**
 * Every limit of the site, in one place. Generous for people, who never see them; what nobody does by hand stops.
 * Sign-in has a second limit per account, see locking.server.
 */
export const allowances = {
  signIn: { perNetwork: per(60, minutes(10)) },
  signUp: { perNetwork: per(20, hours(1)) },
  /** Reset and confirmation mails: the address that gets them is counted too, see mailing. */
  accountMail: { perMember: per(10, hours(1)), perNetwork: per(20, hours(1)) },
  secondStep: { perNetwork: per(60, minutes(10)) },
  topic: {
    perMember: per(30, hours(1)),
    perNetwork: per(120, hours(1)),
    perNewcomer: [per(10, hours(1)), per(20, days(1))],
  },
  reply: {
    perMember: per(120, hours(1)),
    perNetwork: per(600, hours(1)),
    perNewcomer: [per(30, hours(1)), per(100, days(1))],
  },
  vote: { perMember: per(300, hours(1)), perNetwork: per(3_000, hours(1)) },
  flag: { perMember: per(30, hours(1)), perNetwork: per(300, hours(1)) },
  upload: { perMember: per(200, hours(1)), perNetwork: per(1_000, hours(1)) },
  preview: { perMember: per(600, minutes(10)), perNetwork: per(3_000, minutes(10)), atOnce: 10 },
  search: { perMember: per(300, minutes(5)), perNetwork: per(1_500, minutes(5)), atOnce: 10 },
  suggest: { perMember: per(1_500, minutes(5)), perNetwork: per(6_000, minutes(5)), atOnce: 25 },
  /** What browsers tell by themselves. */
  policyReport: { perNetwork: per(60, minutes(10)) },
  /** Any other change: editing, following, settings, moderation. */
  change: { perMember: per(900, hours(1)), perNetwork: per(6_000, hours(1)) },
} as const satisfies Record<string, ActionAllowance>;

export type LimitedAction = keyof typeof allowances;

/** For mails: to one address, whoever asks. */
export const mailsToOneAddress = per(5, hours(1));

/** Which action a route is. Changes not named here are "change"; reads not named here are free. */
export const limitedChanges: Record<string, LimitedAction | null> = {
  // These answer with their own form, see signing-in and signing-up.
  "routes/auth/sign-in": null,
  "routes/auth/sign-up": null,
  "routes/auth/passkey-sign-up": null,
  "routes/auth/external-account": null,
  "routes/auth/provider": null,
  "routes/auth/app": null,
  "routes/auth/second-step": null,
  "routes/auth/reset": null,
  "routes/auth/strength": "preview",
  "routes/auth/sign-out": null,
  "routes/subscriptions/new": null,
  "routes/discussions/new": "topic",
  "routes/suggestions/new": "topic",
  "routes/topics/replies": "reply",
  "routes/official/compose": "reply",
  "routes/suggestions/vote": "vote",
  "routes/topics/affected": "vote",
  "routes/moderation/flag-topic": "flag",
  "routes/moderation/flag-reply": "flag",
  "routes/preview": "preview",
  "routes/policy-reports/take": "policyReport",
  // Kept every few seconds while somebody writes.
  "routes/drafts/text": "preview",
};

export const limitedReads: Record<string, LimitedAction> = {
  "routes/search/index": "search",
  "routes/search/suggest": "suggest",
  "routes/search/similar": "suggest",
  "routes/topics/mentions": "suggest",
  "routes/tags/suggest": "suggest",
};
