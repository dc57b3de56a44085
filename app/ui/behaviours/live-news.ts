import { fillSlots } from "./fill-slots";

/** What the server tells of a thing on the page; see the live room for what each means. */
export interface News {
  number: number;
  status: string;
  counts: Record<string, number>;
  came: readonly number[];
  gone: readonly number[];
  isNew: boolean;
}

export interface Words {
  /** The number of the one thing this page is about; left out on a list. */
  number?: number;
  /** Its state when the page was written. */
  known?: string;
  one: string;
  other: string;
  status: string;
}

/** What came while a page was open. The same news twice count once. */
export class Gathered {
  readonly #words: Words;
  readonly #ids = new Set<number>();
  #hasOtherStatus = false;

  constructor(words: Words) {
    this.#words = words;
  }

  /** `isShown` says what the page shows already. */
  add(news: News, isShown: (id: number) => boolean): void {
    const { number, known } = this.#words;
    if (number === undefined) {
      if (news.isNew) this.#ids.add(news.number);
    } else if (news.number === number) {
      for (const id of news.came) if (!isShown(id)) this.#ids.add(id);
      for (const id of news.gone) this.#ids.delete(id);
      this.#hasOtherStatus = known !== undefined && news.status !== known;
    }
  }

  /** The earliest of those that came. */
  get first(): number | null {
    return this.#ids.size > 0 ? Math.min(...this.#ids) : null;
  }

  /** A sentence for the reader, empty while there is nothing to say. */
  say(locale: string, write: (count: number) => string): string {
    const { one, other, status } = this.#words;
    const isOne = new Intl.PluralRules(locale).select(this.#ids.size) === "one";
    const count = this.#ids.size > 0 ? fillSlots(isOne ? one : other, { count: write(this.#ids.size) }) : "";
    return [count, this.#hasOtherStatus ? status : ""].filter(Boolean).join(" · ");
  }
}
