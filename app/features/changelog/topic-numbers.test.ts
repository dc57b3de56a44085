import { describe, expect, test } from "vitest";
import { readTopicNumbers } from "./topic-numbers";

describe("numbers of topics", () => {
  test("are read from numbers, marks and addresses, each once, in order", () => {
    const typed = "12, #7，https://hearback.test/t/34/some-title 12\n/t/56?sort=new#reply-9、gui#78";
    expect(readTopicNumbers(typed)).toEqual({ numbers: [12, 7, 34, 56, 78], unreadable: [] });
  });

  test("leave over what is none", () => {
    expect(readTopicNumbers("12 twelve -3 0 1e9 99999999999")).toEqual({
      numbers: [12],
      unreadable: ["twelve", "-3", "0", "1e9", "99999999999"],
    });
  });
});
