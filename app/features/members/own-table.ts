import { asBoolean, asDateOrNull, asJson } from "~/platform/db/columns";
import type { SqlValue } from "~/platform/db/client.server";
import type { OwnRow, OwnTable } from "./own-data";

const rowsAtOnce = 1_000;

interface TableInput<File extends string> {
  file: File;
  table: string;
  /** The column that says whose it is, on the table. */
  owner: string;
  /** Tells the rows of one member apart; an id or a word, never a time. */
  key: string;
  /**
   * Name in the file → SQL over the table as `x`. A name that ends in "At" is a time, one that begins with "is" is true or
   * false, and one that ends in "Json" is parsed and loses the ending.
   */
  columns: Readonly<Record<string, string>>;
  join?: string;
  where?: string;
  alsoAnswersFor?: readonly string[];
}

/** A table whose rows belong to one member each, read in the order of its key. */
export function ownTable<File extends string>(input: TableInput<File>): OwnTable<File> {
  const { file, table, owner, key, columns, join = "", where = "TRUE", alsoAnswersFor = [] } = input;
  const list = Object.entries(columns).map(([name, sql]) => `${sql} AS "${name}"`);
  const from = `"${table}" x ${join}`;
  const pageOfKeys = `SELECT x."${key}" AS "ownKey" FROM "${table}" x WHERE x."${owner}" = ?`;
  const page = `SELECT ${list.join(", ")} FROM ${from}
    WHERE x."${owner}" = ? AND x."${key}" >= ? AND x."${key}" <= ? AND ${where} ORDER BY x."${key}"`;
  const order = `ORDER BY x."${key}" LIMIT ${rowsAtOnce}`;
  return {
    file,
    answersFor: [`${table}.${owner}`, ...alsoAnswersFor],
    async *read({ rows }, memberId) {
      // Keys alone first: joining and sorting all that is left for each page would cost the square of it.
      for (let after: SqlValue = null; ;) {
        const keys: { ownKey: SqlValue }[] =
          after === null
            ? await rows(`${pageOfKeys} ${order}`, [memberId])
            : await rows(`${pageOfKeys} AND x."${key}" > ? ${order}`, [memberId, after]);
        const [first, last] = [keys[0]?.ownKey ?? null, keys.at(-1)?.ownKey ?? null];
        if (first === null || last === null) return;
        for (const row of await rows<OwnRow>(page, [memberId, first, last])) yield written(row);
        if (keys.length < rowsAtOnce) return;
        after = last;
      }
    },
  };
}

function written(row: OwnRow): OwnRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (name.endsWith("At")) return [name, asDateOrNull(value)?.toISOString() ?? null];
      if (name.endsWith("Json"))
        return [name.slice(0, -"Json".length), value === null ? null : asJson(value)];
      return [name, /^is[A-Z]/.test(name) ? asBoolean(value) : value];
    }),
  );
}
