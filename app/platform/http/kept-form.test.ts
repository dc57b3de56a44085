import { expect, test } from "vitest";
import { bounded, packForm, unpackForm } from "./kept-form";

test("a form comes out as it went in, whatever was typed", () => {
  const form = {
    path: "/t/1/replies",
    fields: [["body", '"</script>\n\u2028 你好 😀']] as [string, string][],
    fileFields: ["pictures"],
  };
  expect(unpackForm(packForm(form))).toEqual(form);
});

test("passwords and what no form of ours sends stay behind", () => {
  const many = Array.from({ length: 500 }, (_, index): [string, string] => [`f${index}`, "x"]);
  const kept = bounded({
    path: "/",
    fields: [["password", "a"], ["newPassword", "b"], ["x".repeat(200), "c"], ...many],
    fileFields: [],
  });
  expect(kept.fields.length).toBeLessThanOrEqual(200);
  expect(kept.fields.map(([name]) => name).filter((name) => /password/i.test(name))).toEqual([]);
  const huge = bounded({
    path: "/",
    fields: [
      ["a", "x".repeat(600_000)],
      ["b", "x".repeat(600_000)],
    ],
    fileFields: [],
  });
  expect(huge.fields.map(([name]) => name)).toEqual(["a"]);
});

test.each([
  "",
  "null",
  "[]",
  "7",
  '"x"',
  "{}",
  '{"path":1,"fields":[],"fileFields":[]}',
  '{"path":"/","fields":[[1,2]],"fileFields":[]}',
])("%s is no form", (text) => expect(unpackForm(text)).toBeNull());
