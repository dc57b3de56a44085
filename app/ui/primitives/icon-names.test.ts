import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconNames } from "./icon-names";

test("every icon a page can name is drawn in the sprite, and nothing else is shipped in it", () => {
  const sprite = readFileSync(new URL("../icons.svg", import.meta.url), "utf8");
  const drawn = [...sprite.matchAll(/<symbol id="i-([^"]+)"/g)].map((match) => match[1]);
  expect(drawn).toEqual([...iconNames]);
});
