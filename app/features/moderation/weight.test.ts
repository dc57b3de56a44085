import { expect, test } from "vitest";
import { hidesAtOnce, recordOf, usualHideAt, weightOf } from "./weight";

const nobodyKnows = { upheld: 0, refused: 0 };
const weigh = (standing: "newcomer" | "member" | "trusted", record = nobodyKnows) =>
  weightOf({ standing, isModerator: false }, record);

test("who is known better weighs more, and a moderator's flag is enough by itself", () => {
  const weights = [weigh("newcomer"), weigh("member"), weigh("trusted")];
  expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  expect(weightOf({ standing: "trusted", isModerator: true }, nobodyKnows)).toBeGreaterThanOrEqual(
    usualHideAt,
  );
  expect(weigh("newcomer") * 5).toBeLessThan(usualHideAt);
  expect(weigh("member") * 3).toBeGreaterThanOrEqual(usualHideAt);
});

test("a record counts once there is one, and for or against by what it says", () => {
  expect(recordOf({ upheld: 0, refused: 3 })).toBe("unknown");
  expect(recordOf({ upheld: 0, refused: 4 })).toBe("poor");
  expect(recordOf({ upheld: 2, refused: 2 })).toBe("unknown");
  expect(recordOf({ upheld: 3, refused: 1 })).toBe("good");
  expect(weigh("member", { upheld: 4, refused: 0 })).toBe(6);
  expect(weigh("member", { upheld: 0, refused: 4 })).toBe(2);
});

test("a secret hides at once, unless whoever says so was mostly wrong before", () => {
  expect(hidesAtOnce("secret", nobodyKnows)).toBe(true);
  expect(hidesAtOnce("secret", { upheld: 1, refused: 9 })).toBe(false);
  expect(hidesAtOnce("spam", nobodyKnows)).toBe(false);
});
