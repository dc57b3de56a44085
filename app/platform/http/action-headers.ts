import type { HeadersFunction } from "@remix-run/node";

/** For routes whose form comes back with more than a status, such as when to try again. Remix drops the rest otherwise. */
export const actionHeaders: HeadersFunction = ({ actionHeaders: headers }) => headers;
