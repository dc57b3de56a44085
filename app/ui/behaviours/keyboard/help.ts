/** Lists all keys over the page, as the page about them does; goes to that page where it cannot be read. */
export async function showHelp(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>("[data-key-help]");
  if (!link || document.querySelector("dialog[open]")) return;
  try {
    const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
    const list = page.querySelector<HTMLElement>("[data-key-list]");
    if (!list) throw new Error("no list of keys");
    open(list, link);
  } catch {
    link.click();
  }
}

function open(list: HTMLElement, link: HTMLAnchorElement): void {
  const dialog = document.createElement("dialog");
  dialog.className = "key-help";
  dialog.ariaLabel = link.textContent;
  const close = document.createElement("button");
  close.className = "btn";
  close.textContent = list.dataset.close ?? "";
  close.addEventListener("click", () => dialog.close());
  // The list's ids and headings stand once on a page; here it is the only one that can be reached.
  dialog.append(list, close);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
