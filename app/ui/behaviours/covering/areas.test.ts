import fc from "fast-check";
import { expect, test } from "vitest";
import { between, middle, moved, resized, within } from "./areas";

const picture = { width: 400, height: 200 };

test("a box moves by whole pixels and stops at the edge", () => {
  const box = { left: 10, top: 10, width: 100, height: 50 };
  expect(moved(box, 4, -3, picture)).toEqual({ ...box, left: 14, top: 7 });
  expect(moved(box, 1_000, 1_000, picture)).toEqual({ ...box, left: 300, top: 150 });
});

test("a box grows up to the edge and shrinks until it can just be seen", () => {
  const box = { left: 350, top: 10, width: 20, height: 20 };
  expect(resized(box, 500, 5, picture)).toEqual({ left: 350, top: 10, width: 50, height: 25 });
  expect(resized(box, -500, -500, picture)).toEqual({ left: 350, top: 10, width: 4, height: 4 });
});

test("drawing works in every direction and ends at the picture", () => {
  expect(between({ x: 100, y: 90 }, { x: 20, y: 30 }, picture)).toEqual({
    left: 20,
    top: 30,
    width: 80,
    height: 60,
  });
  expect(between({ x: 390, y: 190 }, { x: 999, y: 999 }, picture)).toEqual({
    left: 390,
    top: 190,
    width: 10,
    height: 10,
  });
});

test("whatever is typed or dragged, an area stays in its picture, even in one of a single pixel", () => {
  const number = fc.oneof(
    fc.integer({ min: -5_000, max: 5_000 }),
    fc.double({ noNaN: true, min: -9e9, max: 9e9 }),
  );
  const side = fc.integer({ min: 1, max: 5_000 });
  fc.assert(
    fc.property(
      fc.record({ left: number, top: number, width: number, height: number }),
      fc.record({ width: side, height: side }),
      (area, size) => {
        for (const { left, top, width, height } of [within(area, size), middle(size)]) {
          expect([left, top, width, height].every(Number.isInteger)).toBe(true);
          expect(left >= 0 && top >= 0 && width >= 1 && height >= 1).toBe(true);
          expect(left + width <= size.width && top + height <= size.height).toBe(true);
        }
      },
    ),
  );
});
