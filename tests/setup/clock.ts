import type { Clock } from "~/platform/clock/clock";

/** A clock that stands still until a test moves it. Begins at the present second. */
export class TestClock implements Clock {
  #now = Math.floor(Date.now() / 1000) * 1000;

  now(): Date {
    return new Date(this.#now);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
