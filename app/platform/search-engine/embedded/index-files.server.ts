import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.server";
import { successorOf, type Generations } from "./generations.server";
import { isBusy } from "./sqlite-errors";
import { takeSnapshot, type Snapshot } from "./snapshot.server";
import { DocumentWriter } from "./writing.server";

const readerWaitMs = 1_000;
// SQLite's own waiting stops the whole process, so it is short and goes on without blocking.
const blockingWaitMs = 20;
const pauseMs = 15;
const longestWaitMs = 10_000;

/** The connections of one process to the file in use. Both notice when a rebuild has replaced it, and follow. */
export class IndexFiles {
  #reader: Connection | undefined;
  #writer: DocumentWriter | undefined;
  #snapshot: Snapshot | undefined;

  constructor(readonly generations: Generations) {}

  /** Runs on one state of the index from beginning to end. */
  reading<T>(read: (snapshot: Snapshot) => T): T {
    for (;;) {
      const connection = (this.#reader ??= this.generations.open({
        busyTimeoutMs: readerWaitMs,
        isDurable: true,
      }));
      const result = connection.reading(() => {
        if (successorOf(connection)) return undefined;
        this.#snapshot = takeSnapshot(connection, this.#snapshot);
        return { value: read(this.#snapshot) };
      });
      if (result) return result.value;
      this.close();
    }
  }

  /** Holds the write lock of the file while it runs: keep it to milliseconds. Waits its turn among processes. */
  async writing<T>(write: (writer: DocumentWriter) => T): Promise<T> {
    const endsAt = performance.now() + longestWaitMs;
    for (;;) {
      try {
        return this.#writeNow(write);
      } catch (error) {
        if (!isBusy(error) || performance.now() > endsAt) throw error;
        await sleep(pauseMs);
      }
    }
  }

  /** Also empties the log, where what was just erased could still be read. */
  truncateLog(): void {
    this.#writer?.connection.truncateLog();
  }

  close(): void {
    this.#reader?.close();
    this.#writer?.connection.close();
    this.#reader = undefined;
    this.#writer = undefined;
    this.#snapshot = undefined;
  }

  #writeNow<T>(write: (writer: DocumentWriter) => T): T {
    for (;;) {
      const writer = (this.#writer ??= new DocumentWriter(
        this.generations.open({ busyTimeoutMs: blockingWaitMs, isDurable: true }),
      ));
      const result = writer.connection.writing(() => {
        if (successorOf(writer.connection)) return undefined;
        const value = write(writer);
        writer.forgetUnusedWords();
        return { value };
      });
      if (result) return result.value;
      this.close();
    }
  }
}
