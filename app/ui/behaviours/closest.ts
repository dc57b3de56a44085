/** The element an event happened in that fits a selector. */
export function closest<Found extends Element = HTMLElement>(event: Event, selector: string): Found | null {
  return event.target instanceof Element ? event.target.closest<Found>(selector) : null;
}
