/** Thrown when so many wait that waiting longer would help nobody. */
export class QueueFull extends Error {
  override name = "QueueFull";
}

// Whoever floods the queue waits for each refusal: answering at once would only bring the next try sooner.
const refusalDelayMs = 1_000;

export interface HashingQueueLimits {
  running: number;
  waiting: number;
  /** Of those, how many one network may have. */
  waitingPerNetwork: number;
}

/**
 * Lets few jobs run at once and few more wait. Password hashing is made to be slow: without this a flood of sign-ins
 * would take every core from the pages, and one network could fill the queue for everybody else.
 */
export class HashingQueue {
  #running = 0;
  #waiting: (() => void)[] = [];
  #byNetwork = new Map<string, number>();

  constructor(private readonly limits: HashingQueueLimits) {}

  async run<T>(network: string, job: () => Promise<T>): Promise<T> {
    const ofNetwork = this.#byNetwork.get(network) ?? 0;
    const isFull = this.#running >= this.limits.running && this.#waiting.length >= this.limits.waiting;
    if (isFull || ofNetwork >= this.limits.waitingPerNetwork) {
      await new Promise((resolve) => setTimeout(resolve, refusalDelayMs));
      throw new QueueFull();
    }
    this.#byNetwork.set(network, ofNetwork + 1);
    try {
      await this.#turn();
      return await job();
    } finally {
      this.#leave(network);
    }
  }

  /** A place that becomes free is handed to the next in line, never to whoever comes along just then. */
  async #turn(): Promise<void> {
    if (this.#running < this.limits.running) this.#running++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(network: string): void {
    const left = (this.#byNetwork.get(network) ?? 1) - 1;
    if (left > 0) this.#byNetwork.set(network, left);
    else this.#byNetwork.delete(network);
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running--;
  }
}
