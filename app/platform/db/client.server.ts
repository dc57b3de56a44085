import type { PrismaClient, Prisma } from "./generated/sqlite/client";

/**
 * The Prisma client as features see it. Both databases answer to the SQLite client's type, because the models are
 * the same; `tests/architecture` holds the two generated schemas equal.
 */
export type Client = PrismaClient;

/** The client inside a transaction: the same models, no way to open another transaction. */
export type TransactionClient = Prisma.TransactionClient;

/** A value that may stand for a `?` in prepared SQL. */
export type SqlValue = string | number | boolean | Date | null;

/**
 * Runs prepared SQL that both databases understand (`?` for parameters, double-quoted identifiers) and gives plain
 * rows. Reads only, outside transactions. Times come back as `Date` on PostgreSQL and as text on SQLite, booleans as
 * 0/1 on SQLite: read them with `asDate` and `asBoolean`.
 */
export type Rows = <Row>(sql: string, params?: readonly SqlValue[]) => Promise<Row[]>;

export type DatabaseKind = "sqlite" | "postgresql";

export interface Database {
  kind: DatabaseKind;
  client: Client;
  rows: Rows;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Called with every statement sent, reads and writes: how tests count queries per page. */
  onQuery?: (sql: string) => void;
}
