import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ancestorPaths,
  childPath,
  depthOf,
  endOfBranch,
  maxDepth,
  parentPathFor,
  rootPath,
} from "./reply-path";

const ordinals = fc.array(fc.integer({ min: 1, max: 58_000_000 }), { minLength: 1, maxLength: 12 });
const pathOf = (steps: number[]) => steps.reduce(childPath, "");

test("comparing paths as text is comparing places in the tree, depth first", () => {
  fc.assert(
    fc.property(ordinals, ordinals, (one, other) => {
      const at = one.findIndex((step, index) => step !== other[index]);
      const expected = at < 0 ? one.length - other.length : one[at]! - (other[at] ?? 0);
      const [a, b] = [pathOf(one), pathOf(other)];
      expect(Math.sign(expected)).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test("a branch ends after everything below a reply and before its next sibling", () => {
  fc.assert(
    fc.property(ordinals, ordinals, (steps, below) => {
      const path = pathOf(steps);
      const sibling = pathOf([...steps.slice(0, -1), steps.at(-1)! + 1]);
      const descendant = below.reduce(childPath, path);
      expect(descendant > path && descendant < endOfBranch(path)).toBe(true);
      expect(endOfBranch(path) < sibling).toBe(true);
    }),
  );
});

test("the paths above a reply are its parents from the top", () => {
  expect(ancestorPaths(pathOf([3, 1, 40]))).toEqual([pathOf([3]), pathOf([3, 1])]);
  expect(ancestorPaths(pathOf([3]))).toEqual([]);
  expect(rootPath(pathOf([3, 1, 40]))).toBe(pathOf([3]));
});

test("a reply to the deepest reply stands beside it", () => {
  const deepest = pathOf(Array.from({ length: maxDepth }, () => 1));
  const above = pathOf(Array.from({ length: maxDepth - 1 }, () => 1));
  expect(depthOf(deepest)).toBe(maxDepth);
  expect(parentPathFor(deepest)).toBe(above);
  expect(parentPathFor(above)).toBe(above);
});

test.each([0, -1, 1.5, NaN, 36 ** 5])("there is no reply number %s at a place", (ordinal) => {
  expect(() => childPath("", ordinal)).toThrow(RangeError);
});
