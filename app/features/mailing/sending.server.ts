import { systemContext, type SystemContext } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";
import type { Delivery } from "~/platform/mail/port";
import type { Platform } from "~/platform/platform";
import { noteHardBounce } from "./bounces.server";
import { type Claim, claimMails, endClaim, mailLeaseMs, releaseClaims, returnClaim } from "./claiming.server";
import type { ClaimedMail, Composer, Composition } from "./composing";
import { findRecipients } from "./recipients.server";
import { renderMail } from "./rendering";
import { Pace } from "./pace";

const claimedAtOnce = 10;
const idlePauseMs = 500;
const longestPauseMs = 60_000;
// A mail that is begun with less of its lease left could be sent by two.
const leaseReserveMs = 60_000;

/**
 * Sends what waits until it is stopped. Any number may run on one database. Beside the outbox, not in it: a mail server that
 * hangs must not hold up the index or the notices.
 */
export class MailSender {
  readonly #ctx: SystemContext;
  readonly #composers: ReadonlyMap<string, Composer>;
  readonly #pace: Pace;
  #isStopping = false;
  #running: Promise<unknown> = Promise.resolve();
  #wake: () => void = () => {};
  /** How many rounds in a row ended without any answer. */
  #roundsAway = 0;

  constructor(platform: Platform, composers: readonly Composer[], { perSecond = Infinity } = {}) {
    this.#ctx = systemContext(platform);
    this.#composers = new Map(composers.map((composer) => [composer.kind, composer]));
    this.#pace = new Pace(perSecond);
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Looks for work now: called when this process has just queued a mail. */
  poke(): void {
    if (this.#roundsAway === 0) this.#wake();
  }

  /** Lets mails at hand end, then stops. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#wake();
    await this.#running;
  }

  /** Sends what is due, in as many lanes as the transport has, until nothing is left or nobody answers. */
  async drain(): Promise<number> {
    const round: Round = { isAnswered: false, isAway: false };
    const sent = await Promise.all(Array.from({ length: this.#ctx.mail.lanes }, () => this.#lane(round)));
    // Who hangs up on one mail and takes the others is there: only silence makes the pause longer.
    if (round.isAnswered) this.#roundsAway = 0;
    else if (round.isAway) this.#roundsAway++;
    return sent.reduce((sum, each) => sum + each, 0);
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      try {
        await this.drain();
      } catch (error) {
        this.#ctx.log.error({ err: error }, "mail sender");
      }
      if (!this.#isStopping) await this.#pause();
    }
  }

  #pause(): Promise<void> {
    const ms = Math.min(longestPauseMs, idlePauseMs * 2 ** Math.min(this.#roundsAway, 10));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #lane(round: Round): Promise<number> {
    let sent = 0;
    while (!this.#isStopping && !round.isAway) {
      const claims = await claimMails(this.#ctx, claimedAtOnce);
      if (claims.length === 0) break;
      sent += await this.#sendAll(claims, round);
    }
    return sent;
  }

  async #sendAll(claims: Claim[], round: Round): Promise<number> {
    const claimedAt = Date.now();
    const composed = await this.#compose(claims);
    let handled = 0;
    for (const [index, claim] of claims.entries()) {
      const isLate = Date.now() - claimedAt > mailLeaseMs - leaseReserveMs;
      if (this.#isStopping || isLate || round.isAway) {
        await releaseClaims(this.#ctx, claims.slice(index));
        break;
      }
      await this.#handle(round, claim, composed.get(claim.id) ?? { drop: "nobody-composes-it" });
      handled++;
    }
    return handled;
  }

  async #compose(claims: Claim[]): Promise<Map<number, Composed | { drop: string }>> {
    const isOptional = (kind: string) => this.#composers.get(kind)?.isOptional ?? false;
    const found = await findRecipients(this.#ctx, claims, isOptional);
    const composed = new Map<number, Composed | { drop: string }>();
    const waiting: ClaimedMail[] = [];
    for (const [id, mail] of found) {
      if ("drop" in mail) composed.set(id, mail);
      else waiting.push(mail);
    }
    for (const composer of this.#composers.values()) {
      const mails = waiting.filter(({ kind }) => kind === composer.kind);
      if (mails.length === 0) continue;
      const made = await composer.compose(this.#ctx, mails);
      for (const mail of mails) {
        const composition = made.get(mail.id) ?? { drop: "nothing-to-say" };
        composed.set(mail.id, "drop" in composition ? composition : { mail, composition });
      }
    }
    return composed;
  }

  async #handle(round: Round, claim: Claim, composed: Composed | { drop: string }): Promise<void> {
    if ("drop" in composed) {
      await endClaim(this.#ctx, claim, { state: "dropped", outcome: composed.drop });
      return;
    }
    await this.#pace.turn();
    const delivery = await this.#deliver(composed);
    if (delivery.outcome === "away") round.isAway = true;
    else round.isAnswered = true;
    await this.#settle(claim, composed.mail.recipient.address, delivery);
  }

  async #deliver({ mail, composition }: Composed): Promise<Delivery> {
    const { document, thread, unsubscribe } = composition;
    const { config, mail: transport } = this.#ctx;
    const { name } = await readSite(this.#ctx);
    const host = config.mailFrom.address.split("@")[1]!;
    return transport.send({
      from: { name: config.mailFrom.name ?? name, address: config.mailFrom.address },
      // Without a name: it is a word somebody chose, and mails about accounts may go to strangers.
      to: { address: mail.recipient.address },
      subject: document.subject,
      ...renderMail(document),
      messageId: `mail.${mail.id}@${host}`,
      ...(thread && { references: [`${thread}@${host}`] }),
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(unsubscribe && {
          "List-Unsubscribe": `<${unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      },
    });
  }

  async #settle(claim: Claim, address: string, delivery: Delivery): Promise<void> {
    const { outcome, response } = delivery;
    switch (outcome) {
      case "accepted":
        return endClaim(this.#ctx, claim, { state: "sent", outcome: response });
      case "refused":
        if (delivery.isForAddress) await noteHardBounce(this.#ctx, { address, reason: response });
        return endClaim(this.#ctx, claim, { state: "failed", outcome: response });
      case "later":
        await returnClaim(this.#ctx, claim, response);
        return;
      case "away":
        this.#ctx.log.warn({ response }, "no mail server answers");
        await returnClaim(this.#ctx, claim, response);
    }
  }
}

/** From waking until nothing is left, or until a lane finds that nobody answers. */
interface Round {
  isAnswered: boolean;
  isAway: boolean;
}

interface Composed {
  mail: ClaimedMail;
  composition: Exclude<Composition, { drop: string }>;
}
