import { expect, type Page } from "@playwright/test";

/** Nothing but the site's own: no handler, frame, foreign picture or script of others, and no line turned around. */
export async function expectNoDangerousMarkup(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const handlers = all.filter((element) => element.getAttributeNames().some((name) => /^on/i.test(name)));
    const strange = document.querySelectorAll(
      "iframe, object, embed, base, meta[http-equiv], style, math, body script:not([src]), a[href^='javascript' i], a[href^='data' i], [style]",
    );
    const pictures = [...document.images].filter((image) => !image.src.startsWith(location.origin));
    // What somebody typed themselves comes back as they typed it.
    const read = all.filter((element) => !element.matches("textarea, input"));
    const turned = read.filter(({ childNodes }) =>
      [...childNodes].some((node) => node.nodeValue?.includes("\u202e")),
    );
    return [...handlers, ...strange, ...pictures, ...turned].map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
  expect({ page: page.url(), found }).toEqual({ page: page.url(), found: [] });
}
