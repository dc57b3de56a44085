import { describe, expect, test } from "vitest";
import { floorOf, roomOf } from "./floors";
import { importsOf, read, sourceFiles } from "./imports";

const files = sourceFiles();

test("every folder of app/ and every feature has its floor", () => {
  const homeless = files.filter((file) => floorOf(roomOf(file)) === -1);
  expect(homeless).toEqual([]);
});

test("imports go to the own room or down", () => {
  const upward = files.flatMap((file) =>
    importsOf(file)
      .local.filter((target) => target.startsWith("app/") && !target.includes("/generated/"))
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(roomOf(target)) >= floorOf(roomOf(file)))
      .map((target) => `${file} → ${target}`),
  );
  expect(upward).toEqual([]);
});

test("no file imports itself in a circle", () => {
  const circles: string[] = [];
  const state = new Map<string, "open" | "done">();
  function visit(file: string, trail: string[]) {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...trail.slice(trail.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const target of importsOf(file).local) if (files.includes(target)) visit(target, [...trail, file]);
    state.set(file, "done");
  }
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test("routes never touch the database", () => {
  const touching = files
    .filter((file) => file.startsWith("app/routes/"))
    .filter((file) => /\bctx\.(db|rows)\b|\.db\.|platform\/db\//.test(read(file)));
  expect(touching).toEqual([]);
});

test("every route file is in the table of URLs", () => {
  const table = read("app/routes.ts");
  const missing = files
    .filter((file) => file.startsWith("app/routes/") && !file.endsWith(".server.ts"))
    .filter((file) => !table.includes(`"${file.replace("app/", "")}"`));
  expect(missing).toEqual([]);
});

test("only one file knows Lucia's sessions, and no page loads jsdom or a bundle of the browser's React", () => {
  const knowing = files.filter((file) => importsOf(file).packages.includes("lucia"));
  expect(knowing.sort()).toEqual([
    "app/features/auth/lucia.server.ts",
    "app/features/auth/session-adapter.server.ts",
  ]);
  const hydrating = files.filter((file) => /react-dom\/client|<Scripts|jsdom/.test(read(file)));
  expect(hydrating).toEqual([]);
});

// Text is cleaned by one rule on both sides, so that a quote still holds once it is saved.
test("the script of every page imports nothing but behaviours and how text is cleaned", () => {
  const seen = new Set<string>();
  function visit(file: string) {
    if (seen.has(file)) return;
    seen.add(file);
    importsOf(file).local.forEach(visit);
  }
  visit("app/entry.client.tsx");
  const browser = /^app\/(entry\.client\.tsx|ui\/|platform\/text\/clean-text\.ts)/;
  const outside = [...seen].filter((file) => !browser.test(file));
  expect(outside).toEqual([]);
});

describe("names", () => {
  const junkDrawers =
    /\/(utils?|helpers?|misc|common|services?|types|shared|lib)(\/|\.server\.tsx?$|\.tsx?$)/;

  test("files are kebab-case and none is a junk drawer", () => {
    const odd = files
      .filter((file) => !file.startsWith("app/locales/"))
      .filter((file) => !/^[a-z0-9./-]+$/.test(file) || junkDrawers.test(file));
    expect(odd).toEqual([]);
  });

  test("no file only passes on what others export", () => {
    const barrels = files
      .filter((file) => !file.startsWith("app/entry."))
      .filter((file) => {
        const lines = read(file)
          .split("\n")
          .filter((line) => line.trim() !== "" && !line.trim().startsWith("//"));
        return lines.length > 0 && lines.every((line) => /^export .* from /.test(line));
      });
    expect(barrels).toEqual([]);
  });
});
