import { expect, test } from "vitest";
import { readStatuses, statusValues } from "./status-input";

test("what is left empty keeps its own name and colour", () => {
  expect(readStatuses({ "open-en": "  ", "open-hue": "", "planned-en": "" })).toEqual({
    ok: true,
    value: {},
  });
});

test("a name in one language and a colour are kept, and stand in the form again", () => {
  const read = readStatuses({ "planned-zh-CN": " 排期中 ", "planned-hue": "violet" });
  expect(read).toEqual({ ok: true, value: { planned: { names: { "zh-CN": "排期中" }, hue: "violet" } } });
  if (read.ok)
    expect(statusValues(read.value)).toMatchObject({
      "planned-zh-CN": "排期中",
      "planned-en": "",
      "planned-hue": "violet",
    });
});

test("blue and other made-up colours are none", () => {
  expect(readStatuses({ "open-hue": "blue" })).toEqual({ ok: true, value: {} });
  expect(readStatuses({ "open-hue": "constructor" })).toEqual({ ok: true, value: {} });
});

test("a name too long for a pill, or given twice, is refused", () => {
  expect(readStatuses({ "open-en": "x".repeat(25) })).toMatchObject({
    ok: false,
    errors: { fields: { "open-en": { id: "status-name-long" } } },
  });
  expect(readStatuses({ "open-en": "Listening", "planned-en": "listening" })).toMatchObject({
    errors: { fields: { "planned-en": { id: "status-name-taken" } } },
  });
});
