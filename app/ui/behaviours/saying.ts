const shownMs = 4000;

/** A short word at the foot of the page, read aloud too. */
export function say(text: string): void {
  const toast = document.querySelector<HTMLElement>(".toast") ?? makeToast();
  // A live region is only read when its words change after it exists.
  requestAnimationFrame(() => (toast.textContent = text));
  setTimeout(() => toast.textContent === text && (toast.textContent = ""), shownMs);
}

function makeToast(): HTMLElement {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.role = "status";
  document.body.append(toast);
  return toast;
}
