import { onPage } from "./page-changes";

/** A form that came back opens with the focus on what was wrong. */
export function startFirstError(): void {
  onPage((part) => part.querySelector<HTMLElement>("[data-focus]")?.focus());
}
