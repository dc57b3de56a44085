import { setTimeout as wait } from "node:timers/promises";
import type { Running } from "../features/wiring/hearback";

const breathMs = 20;

/** One reader after another, as fast as the page comes with a breath in between; remembers how long each waited. */
export class PageReader {
  readonly #page: string;
  #isStopped = false;

  constructor(page: string) {
    this.#page = page;
  }

  /** Milliseconds until the last byte, of so many visits. */
  async read(times: number): Promise<number[]> {
    const taken: number[] = [];
    while (taken.length < times) taken.push(await this.#visit());
    return taken;
  }

  async readUntilStopped(): Promise<number[]> {
    const taken: number[] = [];
    while (!this.#isStopped) taken.push(await this.#visit());
    return taken;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #visit(): Promise<number> {
    const began = performance.now();
    const response = await fetch(this.#page, { headers: { Accept: "text/html" } });
    await response.text();
    if (!response.ok) throw new Error(`The page answered ${response.status}`);
    const taken = performance.now() - began;
    await wait(breathMs);
    return taken;
  }
}

const turnMs = 1_000;

/**
 * The same page beside a worker at work and beside the same worker stopped, in turns of a second, so that whatever else
 * the machine has to do meets both alike. Beside a worker that is being started counts as at work.
 */
export class PausedAndWorking {
  readonly #reader: PageReader;
  #worker: Running | null = null;
  #isStopped = false;

  constructor(reader: PageReader) {
    this.#reader = reader;
  }

  beside(worker: Running | null): void {
    this.#worker = worker;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async readUntilStopped(): Promise<{ paused: number[]; working: number[] }> {
    const paused: number[] = [];
    const working: number[] = [];
    for (let turn = 0; !this.#isStopped; turn++) {
      const worker = turn % 2 ? this.#worker : null;
      worker?.kill("SIGSTOP");
      const until = performance.now() + turnMs;
      while (performance.now() < until && !this.#isStopped) {
        // Killed meanwhile: what follows is no pause any more.
        if (worker && worker !== this.#worker) break;
        (worker ? paused : working).push(...(await this.#reader.read(1)));
      }
      worker?.kill("SIGCONT");
    }
    return { paused, working };
  }
}

export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;
}
