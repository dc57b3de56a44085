import { onPage } from "./page-changes";

/** Where posts can be quoted, brings in what does it; a page to read only never loads it. */
export function startQuoteOffer(): void {
  onPage((part) => {
    if (part.querySelector("[data-quote]"))
      void import("./quoting").then(({ startQuoting }) => startQuoting());
  });
}
