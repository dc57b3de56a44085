import { expect, type Page } from "@playwright/test";

/** Nothing on the page is wider than the screen: nobody has to scroll sideways to read it. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { width, screen, widest } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 0.5;
    // What lies in a box that scrolls by itself, or is cut off by one, makes the page no wider.
    const isKeptIn = (element: Element | null): boolean =>
      element !== null &&
      element !== document.documentElement &&
      (getComputedStyle(element).overflowX !== "visible" || isKeptIn(element.parentElement));
    const widest = [...document.querySelectorAll("body *")]
      .filter((element) => sticksOut(element) && !isKeptIn(element.parentElement))
      .map((element) => element.outerHTML.slice(0, 120));
    return { width: scrollWidth, screen: clientWidth, widest: widest.slice(0, 5) };
  });
  expect(width, `${page.url()} sticks out: ${widest.join("\n")}`).toBeLessThanOrEqual(screen);
}
