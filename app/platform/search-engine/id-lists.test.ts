import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeIdLists } from "./id-lists";

test("what one list lacks or has older shows as older", () => {
  const a = [{ id: "a", rev: 1 }, { id: "b", rev: 3 }]; // prettier-ignore
  const b = [{ id: "b", rev: 2 }, { id: "c", rev: 1 }]; // prettier-ignore
  expect(mergeIdLists(a, b, 10)).toEqual([
    { id: "a", rev: -1 },
    { id: "b", rev: 2 },
    { id: "c", rev: -1 },
  ]);
});

test("read page by page, every id of both lists comes once, in order", () => {
  const ids = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 5 }), (a, b, limit) => {
      const pageOf = (all: string[], after: string) =>
        [...all].sort().filter((id) => id > after).slice(0, limit).map((id) => ({ id, rev: 1 })); // prettier-ignore
      const seen: string[] = [];
      for (let after = ""; ; after = seen.at(-1)!) {
        const page = mergeIdLists(pageOf(a, after), pageOf(b, after), limit);
        if (page.length === 0) break;
        seen.push(...page.map((row) => row.id));
      }
      expect(seen).toEqual([...new Set([...a, ...b])].sort());
    }),
  );
});
