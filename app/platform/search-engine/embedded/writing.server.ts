import type { SearchDocument } from "../port";
import { combinationContent } from "./combinations";
import type { Connection } from "./connection.server";
import { indexText, spelledWords } from "./index-text";

interface StoredRow {
  number: number;
  rev: number;
  combination: number;
}

interface Tokens {
  title: string;
  tags: string;
  body: string;
}

// An official answer outranks one that fits equally well, but not one that fits clearly better.
const officialBoost = 1.25;

/** Writes documents and removals into one file. Call inside a write transaction. */
export class DocumentWriter {
  /** Words that left some text since the last `forgetUnusedWords`. */
  readonly #leftWords = new Set<string>();

  constructor(readonly connection: Connection) {}

  upsert(document: SearchDocument): void {
    const stored = this.#stored(document.id);
    if (stored && stored.rev > document.rev) return;
    const tokens = tokensOf(document);
    const number = stored ? this.#update(stored, document, tokens) : this.#insert(document, tokens);
    for (const tag of document.tags) {
      this.connection.run("INSERT OR IGNORE INTO tag (number, tag) VALUES (?, ?)", number, tag);
    }
    this.#learnWords(tokens);
    this.#noteForRebuild(document.id);
  }

  remove(id: string): void {
    const stored = this.#stored(id);
    this.#noteForRebuild(id);
    if (!stored) return;
    const tokens = this.#storedTokens(stored.number);
    if (tokens) this.#leaveWords(tokens);
    this.connection.run("DELETE FROM words WHERE rowid = ?", stored.number);
    this.connection.run("DELETE FROM original WHERE number = ?", stored.number);
    this.connection.run("DELETE FROM tag WHERE number = ?", stored.number);
    this.connection.run("DELETE FROM document WHERE number = ?", stored.number);
    this.#countCombination(stored.combination, -1);
  }

  /**
   * Takes words out of the vocabulary that no text holds any more: a password that was posted and covered must not
   * live on as a spelling. Asking the index ends its batching, so this runs once per transaction.
   */
  forgetUnusedWords(): void {
    for (const word of this.#leftWords) {
      const isUsed = this.connection.get("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", `"${word}"`);
      if (!isUsed) this.connection.run("DELETE FROM vocabulary WHERE word = ?", word);
    }
    this.#leftWords.clear();
  }

  #stored(id: string): StoredRow | undefined {
    return this.connection.get<StoredRow>("SELECT number, rev, combination FROM document WHERE id = ?", id);
  }

  #storedTokens(number: number): Tokens | undefined {
    return this.connection.get<Tokens>("SELECT title, tags, body FROM words WHERE rowid = ?", number);
  }

  #insert(document: SearchDocument, tokens: Tokens): number {
    const { lastInsertRowid } = this.connection.run(
      `INSERT INTO document (id, combination, thread, author, created, active, votes, boost, rev)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      document.id,
      ...this.#columns(document),
    );
    const number = Number(lastInsertRowid);
    const text = JSON.stringify(document);
    this.connection.run("INSERT INTO original (number, document) VALUES (?, ?)", number, text);
    this.connection.run(
      "INSERT INTO words (rowid, title, tags, body) VALUES (?, ?, ?, ?)",
      number,
      tokens.title,
      tokens.tags,
      tokens.body,
    );
    return number;
  }

  #update(stored: StoredRow, document: SearchDocument, tokens: Tokens): number {
    const { number } = stored;
    this.#countCombination(stored.combination, -1);
    this.connection.run(
      `UPDATE document SET combination = ?, thread = ?, author = ?, created = ?, active = ?, votes = ?, boost = ?,
       rev = ? WHERE number = ?`,
      ...this.#columns(document),
      number,
    );
    this.connection.run("DELETE FROM tag WHERE number = ?", number);
    const text = JSON.stringify(document);
    this.connection.run("UPDATE original SET document = ? WHERE number = ?", text, number);
    const before = this.#storedTokens(number);
    // Most changes are votes and replies counted; re-indexing the same text would cost the most and change nothing.
    if (before && isSame(before, tokens)) return number;
    if (before) this.#leaveWords(before);
    this.connection.run(
      "UPDATE words SET title = ?, tags = ?, body = ? WHERE rowid = ?",
      tokens.title,
      tokens.tags,
      tokens.body,
      number,
    );
    return number;
  }

  #columns(document: SearchDocument) {
    return [
      this.#combinationNumber(document),
      document.threadId,
      document.authorId,
      document.createdAt.getTime(),
      document.activeAt.getTime(),
      document.votes,
      document.official ? officialBoost : 1,
      document.rev,
    ] as const;
  }

  #combinationNumber(document: SearchDocument): number {
    const content = combinationContent(document);
    const { number } = this.connection.get<{ number: number }>(
      `INSERT INTO combination (content, documents) VALUES (?, 1)
       ON CONFLICT (content) DO UPDATE SET documents = documents + 1 RETURNING number`,
      content,
    )!;
    return number;
  }

  #countCombination(number: number, change: number): void {
    this.connection.run("UPDATE combination SET documents = documents + ? WHERE number = ?", change, number);
  }

  #learnWords(tokens: Tokens): void {
    for (const word of wordsIn(tokens)) {
      this.#leftWords.delete(word);
      this.connection.run("INSERT INTO vocabulary (word) VALUES (?) ON CONFLICT DO NOTHING", word);
    }
  }

  #leaveWords(tokens: Tokens): void {
    for (const word of wordsIn(tokens)) this.#leftWords.add(word);
  }

  /** A rebuild in any process reads these ids again before it swaps. */
  #noteForRebuild(id: string): void {
    this.connection.run(
      "INSERT INTO journal (id) SELECT ? WHERE EXISTS (SELECT 1 FROM meta WHERE key = 'building')",
      id,
    );
  }
}

function tokensOf(document: SearchDocument): Tokens {
  return {
    title: indexText(document.title),
    tags: indexText(document.tags.join(" ")),
    body: indexText(document.body),
  };
}

function isSame(before: Tokens, after: Tokens): boolean {
  return before.title === after.title && before.tags === after.tags && before.body === after.body;
}

function wordsIn(tokens: Tokens): Set<string> {
  return spelledWords(`${tokens.title} ${tokens.tags} ${tokens.body}`);
}
