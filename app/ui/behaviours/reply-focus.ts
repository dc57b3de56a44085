/** Whoever comes to answer stands in the field at once, not above the form. */
export function startReplyFocus(): void {
  if (document.readyState === "complete") focusField();
  else addEventListener("load", focusField);
  addEventListener("hashchange", focusField);
}

// A browser that jumps to a place takes the focus away from where it was: this has to come after it.
function focusField(): void {
  requestAnimationFrame(() => {
    document
      .querySelector<HTMLTextAreaElement>("[data-key=r]:target textarea")
      ?.focus({ preventScroll: true });
  });
}
