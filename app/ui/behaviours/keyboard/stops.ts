const selector = "[data-stop]";

/** The row or post that has the focus, or something in it. */
export function currentStop(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(selector) ?? null;
}

/** The first such part of a stop that is not part of another one inside it; of the page outside all stops for null. */
export function ownPart(stop: HTMLElement | null, part: string): HTMLElement | null {
  const found = (stop ?? document).querySelectorAll<HTMLElement>(part);
  return [...found].find((each) => each.closest(selector) === stop && each.checkVisibility()) ?? null;
}

/** On to the next row or post, or back; from nowhere to the first one on the screen. */
export function moveBy(step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter((each) =>
    each.checkVisibility(),
  );
  const current = currentStop();
  const next = current ? stops[stops.indexOf(current) + step] : nearest(stops, step);
  if (next) goTo(next);
}

function nearest(stops: HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const top = (stop: HTMLElement) => stop.getBoundingClientRect().top;
  return step > 0 ? stops.find((stop) => top(stop) >= 0) : stops.findLast((stop) => top(stop) < innerHeight);
}

function goTo(stop: HTMLElement): void {
  document.documentElement.dataset.byKey = "";
  const focused = stop.matches("[tabindex]") ? stop : ownPart(stop, "[data-open]");
  focused?.focus({ preventScroll: true });
  // A post holds the answers to it as well: what has to be seen is its own text.
  const seen = stop.querySelector<HTMLElement>(":scope > [data-stop-body]") ?? stop;
  const { top, bottom } = seen.getBoundingClientRect();
  const header = parseFloat(getComputedStyle(stop).scrollMarginBlockStart) || 0;
  if (top < header || bottom > innerHeight) stop.scrollIntoView({ block: "start" });
}
