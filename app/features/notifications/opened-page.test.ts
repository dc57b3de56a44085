import { expect, test } from "vitest";
import { openedAt } from "./opened-page";

test("an address says which topic or announcement is read there", () => {
  expect(openedAt("/t/12/swap-stuck")).toEqual({ number: 12 });
  expect(openedAt("/t/12")).toEqual({ number: 12 });
  expect(openedAt("/settings/data")).toEqual({ type: "copy" });
  expect(openedAt("/changelog/%E7%89%88%E6%9C%AC-2")).toEqual({ slug: "版本-2" });
});

test.each(["/", "/t/x", "/t/99999999999", "/changelog", "/changelog/%E0%A4", "/changelog/a/edit", "/tt/1"])(
  "%s shows nothing notices are about",
  (path) => expect(openedAt(path)).toBeNull(),
);
