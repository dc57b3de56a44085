export type Row = Record<string, unknown> & { id: string };

const list = /^(\w+) IN \[(.*)\]$/;
const equal = /^(\w+) = (true|false)$/;
const compare = /^(\w+) (>=|<=) (\d+)$/;

/** The part of the filter language the adapter uses; anything else is an error, as it would be on the server. */
export function passes(row: Row, filter: unknown, filterable: ReadonlySet<string>): boolean {
  if (filter === undefined) return true;
  if (Array.isArray(filter)) return filter.every((part) => passes(row, part, filterable));
  if (typeof filter !== "string") throw new FilterError("a filter is text or a list");
  const [, listed, values] = list.exec(filter) ?? [];
  const [, flag, wanted] = equal.exec(filter) ?? [];
  const [, number, sign, limit] = compare.exec(filter) ?? [];
  const attribute = listed ?? flag ?? number;
  if (attribute === undefined) throw new FilterError(`cannot read ${filter}`);
  if (!filterable.has(attribute)) throw new FilterError(`${attribute} is not filterable`);
  const value = row[attribute];
  if (flag) return value === (wanted === "true");
  if (number) return sign === ">=" ? Number(value) >= Number(limit) : Number(value) <= Number(limit);
  const allowed = (JSON.parse(`[${values}]`) as string[]).map((one) => one.toLowerCase());
  return [value].flat().some((one) => typeof one === "string" && allowed.includes(one.toLowerCase()));
}

export class FilterError extends Error {}
