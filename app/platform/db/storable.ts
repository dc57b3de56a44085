/** What a column for whole numbers holds at most. */
export const largestInteger = 2_147_483_647;

/**
 * Whether a column for whole numbers can hold it. SQLite compares with whatever it is given; PostgreSQL answers what does
 * not fit with an error, so what an address or a form says must be asked before it comes into a query.
 */
export function fitsInteger(number: number): boolean {
  return Number.isInteger(number) && Math.abs(number) <= largestInteger;
}

/** The same of a time: one whose year has four digits, as queries write it. */
export function fitsTime(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9_999;
}
