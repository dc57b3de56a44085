import type { SearchSort } from "../port";
import type { Expressions } from "./expressions";
import { rowsOf, type Selection } from "./selection";
import type { Snapshot } from "./snapshot.server";

export interface Ranked {
  number: number;
  thread: string;
}

/** Beyond this many hits only the newest are weighed, and those with the words in their title first. */
const mostWeighed = 4_000;
// Below this, sorting the few selected rows beats walking an index of all rows in order.
const fewRows = 2_000;
// Asking one row costs as much as sorting this many hits.
const stepsWorthOneHit = 20;
const columns = "d.number AS number, d.thread AS thread";
const score = "bm25(words, 8, 4, 1) * d.boost, d.votes DESC, d.number DESC";
const orders: Record<Exclude<SearchSort, "relevance">, { column: string; index: string }> = {
  newest: { column: "d.created", index: "document_by_created" },
  active: { column: "d.active", index: "document_by_active" },
  votes: { column: "d.votes", index: "document_by_votes" },
};

interface Request {
  selection: Selection;
  matches: number;
  /** How many of the best are wanted, from the first. */
  need: number;
  isCollapsed: boolean;
}

/** The best hits by their words. Same question, same order, so pages do not overlap. */
export function rankByRelevance(snapshot: Snapshot, expressions: Expressions, request: Request): Ranked[] {
  const tiers = request.matches > mostWeighed ? withTitles(expressions.tiers) : expressions.tiers;
  const best = new Best(request);
  for (const tier of tiers) {
    const { from, values } = rowsOf(request.selection, tier);
    const floor = request.matches > mostWeighed ? newestWeighed(snapshot, from, values) : 0;
    const inReach = floor > 0 ? `AND words.rowid >= ${floor}` : "";
    best.fill((limit) =>
      snapshot.connection.all<Ranked>(
        `SELECT ${columns} FROM ${from} ${inReach} ORDER BY ${score} LIMIT ?`,
        ...values,
        limit,
      ),
    );
    if (best.isFull) break;
  }
  return best.rows;
}

/** The first hits by a column, with or without words. */
export function rankByColumn(
  snapshot: Snapshot,
  sort: Exclude<SearchSort, "relevance">,
  expression: string | undefined,
  request: Request,
): Ranked[] {
  const { column, index } = orders[sort];
  const order = `ORDER BY ${column} DESC, d.number DESC LIMIT ?`;
  const best = new Best(request);
  if (expression !== undefined) {
    const walked = walk(snapshot, index, order, expression, request);
    if (walked) return walked;
  }
  const { from, values } = rowsOf(request.selection, expression);
  const hinted =
    expression === undefined ? from.replace("AS d", `AS d INDEXED BY ${bestIndex(request, index)}`) : from;
  best.fill((limit) =>
    snapshot.connection.all<Ranked>(`SELECT ${columns} FROM ${hinted} ${order}`, ...values, limit),
  );
  return best.rows;
}

/**
 * When the words are common, going through all rows in order and asking each whether it has them is quicker than
 * sorting all hits. Gives up when the stretch that should do does not hold enough.
 */
function walk(
  snapshot: Snapshot,
  index: string,
  order: string,
  expression: string,
  request: Request,
): Ranked[] | undefined {
  const documents = sum([...snapshot.combinations.values()].map((combination) => combination.documents));
  const expectedSteps = (wantedRows(request) * documents) / request.matches;
  if (expectedSteps * stepsWorthOneHit > request.matches) return undefined;
  const { from, values } = rowsOf(request.selection, undefined);
  const best = new Best(request);
  const rows = snapshot.connection.all<Ranked>(
    `SELECT ${columns} FROM (SELECT * FROM ${from.replace("AS d", `AS d INDEXED BY ${index}`)} ${order}) AS d
     WHERE EXISTS (SELECT 1 FROM words WHERE words MATCH ? AND rowid = d.number) ${order}`,
    ...values,
    Math.ceil(expectedSteps * 4),
    expression,
    wantedRows(request),
  );
  best.fill(() => rows);
  return best.isFull ? best.rows : undefined;
}

function bestIndex({ matches, selection }: Request, index: string): string {
  if (selection.conditions.includes("d.author")) return "document_by_author";
  return matches < fewRows ? "document_by_combination" : index;
}

function withTitles(tiers: readonly string[]): string[] {
  return tiers.flatMap((tier) => [`{title} : (${tier})`, tier]);
}

function newestWeighed(snapshot: Snapshot, from: string, values: (string | number)[]): number {
  const row = snapshot.connection.get<{ number: number }>(
    `SELECT words.rowid AS number FROM ${from} ORDER BY words.rowid DESC LIMIT 1 OFFSET ${mostWeighed - 1}`,
    ...values,
  );
  return row?.number ?? 0;
}

function wantedRows({ need, isCollapsed }: Request): number {
  return isCollapsed ? need * 3 : need;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Collects from one ordered list after the other, each row and, when collapsed, each thread once. */
class Best {
  readonly rows: Ranked[] = [];
  readonly #seen = new Set<string | number>();

  constructor(readonly request: Request) {}

  get isFull(): boolean {
    return this.rows.length >= this.request.need;
  }

  /** Lists may repeat what is known already, so more than missing is read, and more again until enough came. */
  fill(read: (limit: number) => Ranked[]): void {
    let limit = wantedRows(this.request) + this.#seen.size;
    for (;;) {
      const found = read(limit);
      found.forEach((row) => this.#add(row));
      if (this.isFull || found.length < limit) return;
      limit *= 4;
    }
  }

  #add(row: Ranked): void {
    const key = this.request.isCollapsed ? row.thread : row.number;
    if (this.isFull || this.#seen.has(key)) return;
    this.#seen.add(key);
    this.rows.push(row);
  }
}
