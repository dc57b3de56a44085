const openMenus = "details[data-menu][open]";

/** Menus close by Escape and by a press elsewhere. */
export function startMenus(): void {
  document.addEventListener("pointerdown", (event) => closeMenus(event.target as Node));
  document.addEventListener("focusin", (event) => closeMenus(event.target as Node));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector<HTMLDetailsElement>(openMenus);
    if (!menu) return;
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary")?.focus();
  });
}

function closeMenus(kept: Node): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>(openMenus)) {
    if (!menu.contains(kept)) menu.open = false;
  }
}
