import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Running } from "../features/wiring/hearback";

const breathMs = 20;

/** One reader after another, as fast as the page comes with a breath in between; remembers how long each waited. */
export class PageReader {
  readonly #thread: Worker;
  #isStopped = false;

  constructor(page: string) {
    this.#thread = new Worker(new URL("page-reader-thread.mjs", import.meta.url), { workerData: { page } });
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

  async close(): Promise<void> {
    await this.#thread.terminate();
  }

  async #visit(): Promise<number> {
    const answer = once(this.#thread, "message");
    this.#thread.postMessage("read");
    const [{ status, took }] = (await answer) as [{ status: number | string; took: number }];
    if (status !== 200) throw new Error(`The page answered ${status}`);
    await wait(breathMs);
    return took;
  }
}

const turnMs = 1_000;

/** How long a page took, by what else the machine had to do. */
export interface Visits {
  /** Beside a worker that is stopped for a second. */
  paused: number[];
  /** Beside the same worker at work. */
  working: number[];
  /** While one was killed or the next was starting, which is the doing of the run and not of the mailing. */
  starting: number[];
}

/** In turns of a second, so that whatever else the machine has to do meets both alike. */
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

  async readUntilStopped(): Promise<Visits> {
    const visits: Visits = { paused: [], working: [], starting: [] };
    for (let turn = 0; !this.#isStopped; turn++) {
      const paused = turn % 2 ? this.#worker : null;
      paused?.kill("SIGSTOP");
      const until = performance.now() + turnMs;
      while (performance.now() < until && !this.#isStopped) {
        const worker = this.#worker;
        // Killed meanwhile: what follows is no pause any more.
        if (paused && worker !== paused) break;
        const taken = await this.#reader.read(1);
        const isSteady = worker !== null && worker === this.#worker;
        visits[paused ? "paused" : isSteady ? "working" : "starting"].push(...taken);
      }
      paused?.kill("SIGCONT");
    }
    return visits;
  }
}

export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;
}
