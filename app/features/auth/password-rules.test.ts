import { expect, test } from "vitest";
import { refusePassword, tidyPassword } from "./password-rules";

const owner = { siteName: "Tern Wallet", name: "meilin", email: "mei.lin@post.example" };
const refuse = (typed: string) => refusePassword(tidyPassword(typed), owner);

test.each([
  "correct-staple-17-harbour",
  "梅花香自苦寒来我爱读书",
  "tern nests on seven cliffs",
  "8Gk!zQ02lpWv",
  "woaini but the moon is far",
  "    spaces count 9",
])("%s may protect an account", (password) => expect(refuse(password)).toBeNull());

test.each([
  ["", "password-short"],
  ["a8#Kq2!zL", "password-short"],
  ["长密码", "password-short"],
  ["x7".repeat(101), "password-long"],
  ["password123", "password-common"],
  ["P@ssw0rd2024", "password-common"],
  ["Passw0rd!!!", "password-common"],
  ["qwertyuiop", "password-common"],
  ["poiuytrewq", "password-common"],
  ["1234567890", "password-common"],
  ["9876543210", "password-common"],
  ["19900101198", "password-common"],
  ["13800138000", "password-common"],
  ["aaaaaaaaaaaa", "password-common"],
  ["abcabcabcabc", "password-common"],
  ["qwerty123456", "password-common"],
  ["1qaz2wsx3edc", "password-common"],
  ["woaini1314", "password-common"],
  ["WoAiNi5201314", "password-common"],
  ["5201314520", "password-common"],
  ["wang123456789", "password-common"],
  ["zhang19880808", "password-common"],
  ["iloveyou1314", "password-common"],
  ["ｗｏａｉｎｉ１３１４", "password-common"],
  ["iloveyou!!!!", "password-common"],
  ["meilin123456", "password-personal"],
  ["MeiLin2024!", "password-personal"],
  ["ternwallet1", "password-personal"],
  ["Tern Wallet 24", "password-personal"],
  ["mei.lin@post.example", "password-personal"],
  ["hearback2026", "password-personal"],
])("%s is refused: %s", (password, reason) => expect(refuse(password)).toBe(reason));

test("a password of any length is judged at once", () => {
  const started = performance.now();
  for (const unit of ["a", "qwerty", "@a4", "\u0301", "1"]) refuse(unit.repeat(1_000_000));
  expect(performance.now() - started).toBeLessThan(500);
});
