import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Deadline } from "./deadline.server";
import { renderPlain } from "./plain-rendering";
import { RendererClosed, type MarkdownDocument, type RenderedMarkdown } from "./port";

const startMilliseconds = 20_000;
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/** One thread that renders, replaced when a document holds it up. Takes one batch of documents at a time. */
export class Lane {
  isBusy = false;
  private starting: Promise<Worker> | null = null;
  private isClosed = false;

  /** `source` is the script of the thread. */
  constructor(private readonly source: string) {}

  /** Results in order; a document that exceeds the deadline or the memory becomes plain text. */
  async run(documents: readonly MarkdownDocument[]): Promise<RenderedMarkdown[]> {
    const results: RenderedMarkdown[] = [];
    this.isBusy = true;
    try {
      while (results.length < documents.length) {
        const worker = await this.started();
        worker.ref();
        await collect(worker, documents.slice(results.length), results);
        worker.unref();
        if (this.isClosed) throw new RendererClosed();
        const culprit = documents[results.length];
        if (!culprit) break;
        results.push(renderPlain(culprit.source));
        await this.replace(worker);
      }
      return results;
    } finally {
      this.isBusy = false;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    const worker = await this.starting?.catch(() => null);
    await worker?.terminate();
  }

  private started(): Promise<Worker> {
    if (this.isClosed) return Promise.reject(new RendererClosed());
    if (this.starting) return this.starting;
    const starting = start(this.source);
    const forget = () => {
      if (this.starting === starting) this.starting = null;
    };
    // A thread that did not start or has ended is never asked again.
    starting.then((worker) => worker.once("exit", forget), forget);
    this.starting = starting;
    return starting;
  }

  /** The next one starts at once, so that the next document does not wait for it. */
  private async replace(worker: Worker): Promise<void> {
    await worker.terminate();
    this.starting = null;
    this.started().catch(() => {}); // whoever needs it next is told
  }
}

async function start(source: string): Promise<Worker> {
  const worker = new Worker(source, { eval: true, name: "markdown", env: {}, execArgv: [], resourceLimits });
  worker.on("error", () => {}); // it exits as well, which is what counts; unheard, it would end this process
  try {
    await once(worker, "message", { signal: AbortSignal.timeout(startMilliseconds) });
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  worker.unref();
  return worker;
}

/** Adds answers until all are there, or the worker fails, or one document takes longer than the deadline. */
function collect(
  worker: Worker,
  documents: readonly MarkdownDocument[],
  results: RenderedMarkdown[],
): Promise<void> {
  const expected = results.length + documents.length;
  return new Promise((resolve) => {
    const deadline = new Deadline(finish);
    worker.on("message", onResult).on("exit", finish);
    worker.postMessage(documents);
    deadline.startStep();

    function onResult(result: RenderedMarkdown) {
      results.push(result);
      if (results.length === expected) finish();
      else deadline.startStep();
    }

    function finish() {
      deadline.stop();
      worker.off("message", onResult).off("exit", finish);
      resolve();
    }
  });
}
