import type { Context, MemberContext, Tx } from "./context";

/** What one room tells a member that it keeps of them: a file of the copy they may ask for. */
export interface OwnTable<File extends string = string> {
  /** Name of the file, and of its description in locales/own-data. */
  file: File;
  /** Columns of models, such as "Vote.memberId", that this file answers for. */
  answersFor: readonly string[];
  /** Everything of theirs, a bounded part at a time. Nothing of anybody else, and no secret of the account. */
  read(ctx: Pick<Context, "rows">, memberId: number): AsyncIterable<OwnRow>;
}

export type OwnRow = Readonly<Record<string, unknown>>;

/** Whose account ends, and what becomes of what they wrote. */
export interface Leaving {
  memberId: number;
  /** Their posts stay, without their name. */
  keepsPosts: boolean;
  /** Their address when it began; null once it is gone, or for an account that never had one. */
  email: string | null;
}

/** How one room takes out what it keeps of a member. */
export interface Erasure {
  /** Stands in the row of the deletion while it is under way. */
  name: string;
  /** Columns of models that are empty of the member afterwards. */
  answersFor: readonly string[];
  /**
   * The actor is who leaves, for what is written down of it. One transaction of bounded length; answers whether there may be more. It may be cut off anywhere and is simply called
   * again: what is gone already is not an error.
   */
  eraseSome(tx: Tx<MemberContext>, leaving: Leaving): Promise<boolean>;
}
