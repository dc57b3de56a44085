import { expect, test } from "vitest";
import { roles } from "~/features/members/role";
import routes from "~/routes";
import { read } from "./imports";

// The types refuse a row without an access; these say that what it declares is what its file does.
const rows = routes.map(({ path = "", file, access }) => {
  const source = read(`app/${file}`);
  const has = (name: string) => new RegExp(`export (async )?(function|const) ${name}\\b`).test(source);
  const isPage = source.includes("export default");
  return { path: `/${path}`, access, isPage, hasLoader: has("loader"), hasAction: has("action") };
});
const order = ["anyone", ...roles];

test("whoever adds an address says in app/routes.ts who may read and who may send a form there", () => {
  const wrong = rows.flatMap(({ path, access, isPage, hasLoader, hasAction }) => [
    ...((isPage || hasLoader) === (access.read !== undefined)
      ? []
      : [`${path}: \`read\` belongs to a row whose file has a loader or a page, and to no other`]),
    ...(hasAction === (access.change !== undefined)
      ? []
      : [`${path}: \`change\` belongs to a row whose file has an action, and to no other`]),
  ]);
  expect(wrong).toEqual([]);
});

test("a page without a loader is asked by nobody who comes, so it is for anyone", () => {
  const unguarded = rows.filter(
    ({ isPage, hasLoader, access }) => isPage && !hasLoader && access.read !== "anyone",
  );
  expect(unguarded.map(({ path }) => path)).toEqual([]);
});

test("nobody may send a form whose page they may not read", () => {
  const odd = rows.filter(
    ({ access: { read: reads, change } }) => reads && change && order.indexOf(change) < order.indexOf(reads),
  );
  expect(odd.map(({ path }) => path)).toEqual([]);
});

test("everything of the administration is for admins", () => {
  const open = rows
    .filter(({ path }) => /^\/admin(\/|$)/.test(path))
    .filter(
      ({ access: { read: reads = "admin", change = "admin" } }) => reads !== "admin" || change !== "admin",
    );
  expect(open.map(({ path }) => path)).toEqual([]);
});
