import { expect, test } from "vitest";
import { writeBytes, writeCount, writeNumber, writeShare, writeShortNumber } from "./number";

test("numbers are grouped and shortened the way each language does it", () => {
  expect(writeNumber("en", 1204)).toBe("1,204");
  expect(writeShortNumber("en", 12_345)).toBe("12.3K");
  expect(writeShortNumber("zh-CN", 12_345)).toBe("1.2万");
  expect(writeCount("en", 9_999)).toBe("9,999");
  expect(writeCount("zh-CN", 12_345)).toBe("1.2万");
  expect(writeShare("en", 0.94)).toBe("94%");
});

test("a file size is said in the unit people use", () => {
  expect(writeBytes("en", 212_000)).toBe("212 kB");
  expect(writeBytes("en", 8_000_000)).toBe("8 MB");
  expect(writeBytes("en", 400)).toBe("0.4 kB");
});
