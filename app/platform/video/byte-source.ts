import { VideoRefused } from "./port";

/** Reads a stream in pieces of the sizes its format names, holding no more than what was asked for. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  /** Bytes handed out so far. */
  position = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes without taking them: fewer than asked for only at the end of the stream. */
  async peek(count: number): Promise<Buffer> {
    if (this.#held.length < count) {
      const pieces = [this.#held];
      let length = this.#held.length;
      while (length < count) {
        const next = await this.#chunks.next();
        if (next.done) break;
        pieces.push(bufferOf(next.value));
        length += next.value.byteLength;
      }
      this.#held = Buffer.concat(pieces);
    }
    return this.#held.subarray(0, count);
  }

  /** Exactly so many bytes, which are the caller's to change. */
  async take(count: number): Promise<Buffer> {
    const taken = Buffer.from(await this.peek(count));
    if (taken.length < count) throw new VideoRefused("damaged");
    this.#drop(count);
    return taken;
  }

  /** So many bytes piece by piece, or all that is left. */
  async *pass(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0;) {
      const piece = (await this.peek(1)).length === 0 ? null : this.#held.subarray(0, left);
      if (!piece) {
        if (count === Infinity) return;
        throw new VideoRefused("damaged");
      }
      this.#drop(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.position += count;
  }
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
