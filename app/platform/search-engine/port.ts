declare const viewerBrand: unique symbol;

/** What a document is. `note` is for staff only and never shares an index with the rest. */
export type SearchKind =
  | "topic"
  | "problem"
  | "question"
  | "experience"
  | "reply"
  | "suggestion"
  | "comment"
  | "changelog"
  | "contact"
  | "note";
export type SearchLanguage = "zh" | "en";
export type SearchSort = "relevance" | "newest" | "active" | "votes";
export type SearchFacet =
  "kind" | "status" | "category" | "official" | "answered" | "tags" | "language" | "author";

/** One findable thing, the same for every engine. Texts are plain (no Markdown, no HTML). */
export interface SearchDocument {
  /** Letters, digits, `_` and `-`, at most 128: it travels in URLs and file names of engines. */
  id: string;
  kind: SearchKind;
  /** What a reply belongs to; a topic names itself. `collapse: "thread"` keeps one hit of each. */
  threadId: string;
  /** Who may find it, as a positive allow-list of coarse words ("public", "board:12", "role:staff"). Empty: nobody. */
  audience: readonly string[];
  title: string;
  /** Only the first 20,000 characters are searched. */
  body: string;
  tags: readonly string[];
  status?: string;
  category?: string;
  authorId: string;
  authorName: string;
  /** Said by the team. Ranks above an equal hit. */
  official: boolean;
  answered?: boolean;
  votes: number;
  replyCount: number;
  createdAt: Date;
  activeAt: Date;
  language: SearchLanguage;
  /** Grows with every change; a write with a smaller one than stored is ignored. */
  rev: number;
}

/** The audience words one reader holds. Made only by `viewerWith` in viewer.ts, from rights that were checked. */
export interface Viewer {
  readonly audience: readonly string[];
  readonly [viewerBrand]: true;
}

/** Values inside one filter are alternatives, filters narrow each other. A filter left out or empty does not narrow. */
export interface SearchQuery {
  /** What was typed. Nothing typed matches everything; signs without a word match nothing. */
  text?: string;
  kinds?: readonly SearchKind[];
  status?: readonly string[];
  category?: readonly string[];
  tags?: readonly string[];
  authorId?: readonly string[];
  language?: readonly SearchLanguage[];
  official?: boolean;
  answered?: boolean;
  /** Created at or after / before. */
  since?: Date;
  until?: Date;
  /** Default: relevance, or newest when nothing is typed. */
  sort?: SearchSort;
  /** From 1. Hits beyond the thousandth cannot be paged to. */
  page?: number;
  /** Default 20, at most 100. */
  perPage?: number;
  facets?: readonly SearchFacet[];
  /** Count each facet as if its own filter were off, so that a reader can widen it. */
  disjunctive?: boolean;
  /** One hit, the best, of each thread. */
  collapse?: "thread";
  /** "auto" (default): when nothing has all the words, find what has most, and say so in `relaxed`. */
  relaxed?: "auto" | "never";
}

/** Segments joined are the original text; the page marks those that are hits and escapes them all. */
export interface Segment {
  text: string;
  hit: boolean;
}

export interface SearchHit {
  id: string;
  kind: SearchKind;
  threadId: string;
  title: Segment[];
  snippet: Segment[];
}

export interface SearchPage {
  hits: SearchHit[];
  /** Threads when collapsed. May be beyond what `pages` reaches. */
  total: number;
  /** False: at least `total`; counting stopped to stay fast. */
  totalIsExact: boolean;
  page: number;
  pages: number;
  facets: Partial<Record<SearchFacet, Record<string, number>>>;
  relaxed: boolean;
  tookMs: number;
  engine: SearchEngineName;
}

export type SearchEngineName = "embedded" | "meilisearch";

/** The site's own words. Changing `dictionary` or `exactWords` needs a rebuild, synonyms do not. */
export interface IndexSchema {
  /** Each group means the same; a member may be several words ("seed phrase"). */
  synonyms: readonly (readonly string[])[];
  /** Han words that must not be cut ("助记词"). */
  dictionary: readonly string[];
  /** Latin words that are never taken for a misspelling ("usdt"). */
  exactWords: readonly string[];
}

export interface SearchBatch {
  /** At most 1,000 documents and removals together. */
  upsert: readonly SearchDocument[];
  remove: readonly string[];
  /** Of the outbox, for the engine's own log. */
  batchId: string;
}

export type SearchChange = Pick<SearchBatch, "upsert" | "remove">;

/** Handed out by `apply`, understood by the same engine's `settled` only. */
export interface SearchTicket {
  readonly batchId: string;
  readonly taskIds: readonly number[];
  /** Documents no engine can hold; they were left out and `settled` reports them. */
  readonly poisonIds: readonly string[];
}

/** failed: nothing of it may count on being found, send it again. pending: the time was over first. */
export type Settlement = "searchable" | "failed" | "pending";

export interface RebuildReport {
  documents: number;
  caughtUp: number;
  poisonIds: string[];
  tookMs: number;
}

export interface EngineStats {
  engine: SearchEngineName;
  documents: number;
  byKind: Partial<Record<SearchKind, number>>;
  sizeBytes: number;
  /** Set by the engine with a fallback: which of the two answers now, and how many documents wait to be sent. */
  answering?: SearchEngineName;
  backlog?: number;
  /** Why the other one is not asked. */
  problem?: string;
}

export interface SearchOptions {
  signal?: AbortSignal;
  /** What the whole answer may take; then SearchUnavailable. Default 1,500. */
  budgetMs?: number;
}

export interface SimilarTitle {
  id: string;
  kind: SearchKind;
  threadId: string;
  /** 0 to 1: how much of the asked title's weight this one shares. */
  score: number;
}

/**
 * Finds documents by words, for one reader at a time. Two engines keep this contract, and one suite holds them to it.
 * Every method may throw SearchUnavailable; hits must be read again with the reader's rights before they are shown.
 */
export interface SearchEngine {
  /** Compares the stored index with the schema and its own version; safe to call at every start. */
  prepare(schema: IndexSchema): Promise<"ready" | "needs-rebuild">;
  /** Throws SearchBadQuery for a page, date or value that cannot be asked for, and the signal's reason when aborted. */
  search(viewer: Viewer, query: SearchQuery, options?: SearchOptions): Promise<SearchPage>;
  similarTitles(
    viewer: Viewer,
    title: string,
    options: { kinds: readonly SearchKind[]; limit: number; signal?: AbortSignal },
  ): Promise<SimilarTitle[]>;
  /** Takes a batch in; the same batch twice changes nothing. Found by searches once `settled` says searchable. */
  apply(batch: SearchBatch): Promise<SearchTicket>;
  /** Throws SearchWriteFailed when documents can never be indexed; all others of the batch are searchable then. */
  settled(ticket: SearchTicket, options: { timeoutMs: number }): Promise<Settlement>;
  /** Builds beside the index in use and swaps in one step. Writes made meanwhile through `apply` are kept. */
  rebuild(
    source: AsyncIterable<readonly SearchDocument[]>,
    options: { catchUp: () => AsyncIterable<SearchChange> },
  ): Promise<RebuildReport>;
  /** In order of id, for comparing with the database. `after` is the last id of the page before. */
  listIds(after?: string, limit?: number): Promise<{ id: string; rev: number }[]>;
  stats(): Promise<EngineStats>;
  close(): Promise<void>;
}
