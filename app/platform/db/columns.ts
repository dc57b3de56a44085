/** A time column of a raw row: `Date` from PostgreSQL, ISO text from SQLite. */
export function asDate(value: unknown): Date {
  return value instanceof Date ? value : new Date(value as string);
}

export function asDateOrNull(value: unknown): Date | null {
  return value === null || value === undefined ? null : asDate(value);
}

/** A boolean column of a raw row: `boolean` from PostgreSQL, 0/1 from SQLite. */
export function asBoolean(value: unknown): boolean {
  return value === true || value === 1;
}

/** A JSON column of a raw row: parsed by PostgreSQL's driver, text from SQLite. */
export function asJson<T>(value: unknown): T {
  return (typeof value === "string" ? JSON.parse(value) : value) as T;
}
