import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);
const read = (path: string) => readFileSync(folder + path, "utf8");
const sheets = files.filter((path) => path.endsWith(".css") && path !== "styles.css");

test("every stylesheet is imported once", () => {
  const imported = [...read("styles.css").matchAll(/@import "\.\/([^"]+)"/g)].map((match) => match[1]);
  expect([...imported].sort()).toEqual([...sheets].sort());
});

test("blue is the team's: only what speaks for the team uses it", () => {
  const users = sheets.filter((path) => path !== "tokens.css" && read(path).includes("--hb-official"));
  expect(users.sort()).toEqual([
    "layouts/suggest.css",
    "layouts/topbar.css",
    "patterns/composer.css",
    "patterns/desk-preview.css",
    "patterns/letter.css",
    "patterns/seal-line.css",
    "patterns/verdict.css",
    "primitives/avatar.css",
    "primitives/button.css",
    "primitives/link.css",
    "primitives/meta.css",
  ]);
});

test("no component carries an inline style, which the content policy would drop", () => {
  const styled = files.filter((path) => path.endsWith(".tsx") && /\sstyle=\{/.test(read(path)));
  expect(styled).toEqual([]);
});
