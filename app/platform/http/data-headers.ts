import type { HeadersFunction } from "@remix-run/node";

/** As `actionHeaders`, for routes whose loader answers with more than a status too. */
export const dataHeaders: HeadersFunction = ({ actionHeaders, loaderHeaders }) =>
  [...actionHeaders].length > 0 ? actionHeaders : loaderHeaders;
