import type { Actor } from "~/features/members/context";
import type { Locale } from "~/locales/locales";
import type { Board } from "~/features/topics/topic";
import { mostBytesBehind } from "./limits";
import { heartbeat, type LiveMessage, writeMessage } from "./message";

/** Who listens, and for what. */
export interface Listening {
  actor: Actor | null;
  /** The role the session had; the actor's own may rest. */
  role: string;
  sessionId: string | null;
  locale: Locale;
  network: string;
  topicId: number | null;
  board: Board | null;
}

const encoder = new TextEncoder();
const beat = encoder.encode(heartbeat);

/** One open page. */
export class LiveStream {
  readonly openedAt = Date.now();
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(
    readonly listening: Listening,
    onEnd: (stream: LiveStream) => void,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => {
          this.#controller = null;
          onEnd(this);
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostBytesBehind }),
    );
  }

  /** False when the reader is gone or too far behind, and was cut off. */
  tell(message: LiveMessage, id?: number): boolean {
    return this.#write(encoder.encode(writeMessage(message, id)));
  }

  beat(): boolean {
    return this.#write(beat);
  }

  end(): void {
    try {
      this.#controller?.close();
    } catch {
      // The other side has closed it already.
    }
    this.#controller = null;
  }

  #write(chunk: Uint8Array): boolean {
    if (!this.#controller) return false;
    if ((this.#controller.desiredSize ?? 0) < chunk.length) {
      this.end();
      return false;
    }
    this.#controller.enqueue(chunk);
    return true;
  }
}
