import { deadlineMilliseconds } from "./limits";

const longestWait = 4 * deadlineMilliseconds;
const leastWork = deadlineMilliseconds / 2;

/** Watches work done step by step in a thread, and calls out once when a step takes too long. */
export class Deadline {
  private timer: NodeJS.Timeout | undefined;
  private step = 0;
  private startedAt = 0;
  private cpuAtStart = process.cpuUsage();

  constructor(private readonly onExceeded: () => void) {}

  startStep(): void {
    this.stop();
    this.startedAt = performance.now();
    this.cpuAtStart = process.cpuUsage();
    this.timer = setTimeout(() => this.check(), deadlineMilliseconds);
  }

  stop(): void {
    this.step++;
    clearTimeout(this.timer);
  }

  /** After this thread itself was held up, the timer comes before the messages that wait: they are read first. */
  private check(): void {
    const { step } = this;
    setImmediate(() => {
      if (step !== this.step) return;
      if (this.isStarved()) this.timer = setTimeout(() => this.check(), deadlineMilliseconds / 2);
      else this.onExceeded();
    });
  }

  /** On a machine with too much to do the thread may hardly have run; that is no fault of the document. */
  private isStarved(): boolean {
    const { user, system } = process.cpuUsage(this.cpuAtStart);
    const worked = (user + system) / 1000;
    return worked < leastWork && performance.now() - this.startedAt < longestWait;
  }
}
