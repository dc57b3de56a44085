import { expect, test } from "vitest";
import { erasures } from "~/features/own-data/erasures";
import { keptAfterErasure, notInCopies } from "~/features/own-data/exceptions";
import { ownTables } from "~/features/own-data/tables";
import { read } from "./imports";

// Numbers of members by any of these names, whether or not the model says so with a relation.
const named = /^(memberId|authorId|ownerId|editorId|actorId|askedById|takenFromId|byId|\w+ById)$/;
const columns = [...read("prisma/models.prisma").matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(
  ([, model, body]) =>
    body!
      .split("\n")
      .map((line) => /^\s+(\w+)\s+Int\b/.exec(line)?.[1])
      .filter((field) => field !== undefined && (named.test(field) || (model === "Member" && field === "id")))
      .map((field) => `${model}.${field}`),
);

test("every column that names a member is in the copy of their data, or there is a reason why not", () => {
  const answered = new Set([
    ...ownTables.flatMap(({ answersFor }) => answersFor),
    ...Object.keys(notInCopies),
  ]);
  expect(columns.filter((column) => !answered.has(column))).toEqual([]);
});

test("every column that names a member is emptied when their account goes, or there is a reason why not", () => {
  const answered = new Set([
    ...erasures.flatMap(({ answersFor }) => answersFor),
    ...Object.keys(keptAfterErasure),
  ]);
  expect(columns.filter((column) => !answered.has(column))).toEqual([]);
});

test("no reason is given for a column that is not there, and each file and step has a name of its own", () => {
  const given = [
    ...Object.keys({ ...notInCopies, ...keptAfterErasure }),
    ...[...ownTables, ...erasures].flatMap(({ answersFor }) => answersFor),
  ];
  expect(given.filter((column) => !columns.includes(column))).toEqual([]);
  for (const names of [ownTables.map(({ file }) => file), erasures.map(({ name }) => name)])
    expect(new Set<string>(names).size).toBe(names.length);
});
