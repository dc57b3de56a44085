import { closest } from "./closest";
import { fillSlots } from "./fill-slots";

/** Pictures of a gallery over the page, one after the other. Without it each link opens the full picture. */
export function startLightbox(): void {
  document.addEventListener("click", (event) => {
    const step = closest(event, "[data-lightbox] [data-step]");
    if (step) move(step.closest<HTMLElement>("[data-lightbox]")!, Number(step.dataset.step));
    const link = closest<HTMLAnchorElement>(event, "a[data-picture]");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    const box = link && isPlain ? lightboxOf(link) : null;
    if (!link || !box?.showPopover) return;
    event.preventDefault();
    box.showPopover();
    show(box, link);
  });
  document.addEventListener("keydown", (event) => {
    const box = document.querySelector<HTMLElement>("[data-lightbox]:popover-open");
    if (!box) return;
    if (event.key === "ArrowLeft") move(box, -1);
    else if (event.key === "ArrowRight") move(box, 1);
    else if (event.key === "Tab") keepFocusInside(box, event);
  });
  document.addEventListener("pointerdown", beginSwipe);
  document.addEventListener("pointerup", endSwipe);
  // Closing does not bubble; it is heard on the way down.
  document.addEventListener("toggle", closed, { capture: true });
}

function closed(event: Event): void {
  const box = event.target as HTMLElement;
  if (!box.matches("[data-lightbox]") || (event as ToggleEvent).newState === "open") return;
  const link = currentLink(box);
  box.querySelector("[data-stage]")?.replaceChildren();
  delete box.dataset.at;
  link?.focus();
}

function move(box: HTMLElement, step: number): void {
  const links = linksOf(box);
  const next = links[(Number(box.dataset.at) + step + links.length) % links.length];
  if (next) show(box, next);
}

function show(box: HTMLElement, link: HTMLAnchorElement): void {
  const links = linksOf(box);
  const index = links.indexOf(link);
  const find = (name: string) => box.querySelector<HTMLElement>(`[data-${name}]`)!;
  box.dataset.at = String(index);
  find("stage").replaceChildren(picture(link));
  find("caption-text").textContent = link.dataset.caption ?? link.dataset.alt ?? "";
  find("original").setAttribute("href", link.href);
  const position = find("position");
  position.textContent = fillSlots(position.dataset.position ?? "", {
    index: String(index + 1),
    total: String(links.length),
  });
  position.parentElement!.toggleAttribute("data-single", links.length === 1);
}

/** With its size, so that nothing moves when it comes. */
function picture(link: HTMLAnchorElement): HTMLElement {
  const [width, height] = (link.dataset.picture ?? "").split("x").map(Number);
  const image = new Image(width, height);
  image.src = link.href;
  image.alt = link.dataset.alt ?? "";
  image.lang = link.lang;
  image.draggable = false;
  return image;
}

const swipePixels = 40;
let swipeFrom: { box: HTMLElement; x: number; y: number } | null = null;

function beginSwipe(event: PointerEvent): void {
  const box = event.isPrimary
    ? closest(event, "[data-stage]")?.closest<HTMLElement>("[data-lightbox]")
    : null;
  swipeFrom = box ? { box, x: event.clientX, y: event.clientY } : null;
}

function endSwipe(event: PointerEvent): void {
  if (!swipeFrom) return;
  const { box, x, y } = swipeFrom;
  const [across, down] = [event.clientX - x, event.clientY - y];
  swipeFrom = null;
  if (Math.abs(across) > swipePixels && Math.abs(across) > 2 * Math.abs(down)) move(box, across < 0 ? 1 : -1);
}

function keepFocusInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = [...box.querySelectorAll<HTMLElement>("a, button")].filter((each) => each.checkVisibility());
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const other = event.shiftKey ? stops.at(-1) : stops[0];
  if (document.activeElement !== edge && box.contains(document.activeElement)) return;
  event.preventDefault();
  other?.focus();
}

function lightboxOf(link: Element): HTMLElement | null {
  return document.getElementById(link.closest<HTMLElement>("[data-gallery]")?.dataset.gallery ?? "");
}

function linksOf(box: HTMLElement): HTMLAnchorElement[] {
  return [...(box.closest("[data-gallery]")?.querySelectorAll<HTMLAnchorElement>("a[data-picture]") ?? [])];
}

function currentLink(box: HTMLElement): HTMLAnchorElement | undefined {
  return linksOf(box)[Number(box.dataset.at)];
}
