const mostKept = 10_000;

/** Revisions on their way: the server answers with what it has worked off, which may be older than what was sent. */
export class SentRevs {
  readonly #revs = new Map<string, number>();

  of(id: string): number {
    return this.#revs.get(id) ?? -Infinity;
  }

  note(id: string, rev: number): void {
    this.#revs.delete(id);
    this.#revs.set(id, rev);
    if (this.#revs.size > mostKept) this.#revs.delete(this.#revs.keys().next().value!);
  }

  forget(id: string): void {
    this.#revs.delete(id);
  }
}
