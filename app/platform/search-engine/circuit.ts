import type { Clock } from "../clock/clock";

const failuresToOpen = 3;
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/**
 * Keeps questions away from an engine that does not answer. After a few failures in a row it opens; from time to time
 * one probe may pass, and a success closes it again.
 */
export class Circuit {
  #failures = 0;
  #pauseMs = firstPauseMs;
  #openUntil = 0;

  constructor(readonly clock: Clock) {}

  get isClosed(): boolean {
    return this.#failures < failuresToOpen;
  }

  /** Whether it is time to try again. Each yes moves the next one further away. */
  mayProbe(): boolean {
    if (this.isClosed) return true;
    if (this.#now() < this.#openUntil) return false;
    this.#openUntil = this.#now() + this.#pauseMs;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#pauseMs = firstPauseMs;
  }

  failed(): void {
    this.#failures += 1;
    if (this.isClosed) return;
    this.#openUntil = this.#now() + this.#pauseMs;
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }

  /** Without waiting for more failures: it is known to be down. */
  open(): void {
    this.#failures = Math.max(this.#failures, failuresToOpen - 1);
    this.failed();
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}
