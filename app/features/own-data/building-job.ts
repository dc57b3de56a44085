/** Stands in the database with each delivery: never rename. */
export const buildCopyName = "own-data-copy";
