import { Lane } from "./lane.server";
import {
  RendererBusy,
  RendererClosed,
  rendererVersion,
  type MarkdownDocument,
  type MarkdownOptions,
  type MarkdownRenderer,
  type RenderedMarkdown,
} from "./port";
import workerSource from "./worker?thread";

const maxWaiting = 200;
const maxBatchDocuments = 50;
const maxBatchCharacters = 512 * 1024;

interface Job {
  documents: readonly MarkdownDocument[];
  resolve: (results: RenderedMarkdown[]) => void;
  reject: (error: unknown) => void;
}

/**
 * The renderer in threads of its own, so that no document can hold up the pages. Threads start with the first document.
 * Bulk work leaves the last lane free: a post is not kept waiting by an import, nor by one other hostile post.
 */
export function openMarkdownRenderer({ laneCount = 2, source = workerSource } = {}): MarkdownRenderer {
  const lanes = Array.from({ length: Math.max(laneCount, 1) }, () => new Lane(source));
  const people: Job[] = [];
  const bulk: Job[] = [];
  let bulkRunning = 0;
  let isClosed = false;

  return {
    version: rendererVersion,
    async render(source: string, options?: MarkdownOptions) {
      if (people.length >= maxWaiting) throw new RendererBusy();
      const [result] = await enqueue(people, [{ source, options }]);
      if (!result) throw new RendererClosed();
      return result;
    },
    async renderMany(documents) {
      const results = await Promise.all(batchesOf(documents).map((batch) => enqueue(bulk, batch)));
      return results.flat();
    },
    async close() {
      isClosed = true;
      for (const job of [...people.splice(0), ...bulk.splice(0)]) job.reject(new RendererClosed());
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };

  function enqueue(queue: Job[], documents: readonly MarkdownDocument[]): Promise<RenderedMarkdown[]> {
    if (isClosed) return Promise.reject(new RendererClosed());
    return new Promise((resolve, reject) => {
      queue.push({ documents, resolve, reject });
      next();
    });
  }

  function next(): void {
    const lane = lanes.find((candidate) => !candidate.isBusy);
    if (!lane || isClosed) return;
    const mayRunBulk = bulkRunning < Math.max(lanes.length - 1, 1);
    const forPeople = people.shift();
    const job = forPeople ?? (mayRunBulk ? bulk.shift() : undefined);
    if (!job) return;
    const share = forPeople ? 0 : 1;
    bulkRunning += share;
    const finished = lane.run(job.documents).then(job.resolve, job.reject);
    void finished.then(() => {
      bulkRunning -= share;
      next();
    });
    next();
  }
}

function batchesOf(documents: readonly MarkdownDocument[]): MarkdownDocument[][] {
  const batches: MarkdownDocument[][] = [];
  let batch: MarkdownDocument[] = [];
  let characters = 0;
  for (const document of documents) {
    if (batch.length >= maxBatchDocuments || (batch.length > 0 && characters > maxBatchCharacters)) {
      batches.push(batch);
      batch = [];
      characters = 0;
    }
    batch.push(document);
    characters += document.source.length;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
