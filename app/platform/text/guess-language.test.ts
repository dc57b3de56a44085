import { expect, test } from "vitest";
import { guessLanguage } from "./guess-language";

test.each([
  ["My wallet does not open after the update", "en"],
  ["钱包更新之后打不开", "zh"],
  ["weex 的 list 组件在 android 上 scroll 不生效", "zh"],
  ["The label 助记词 is cut off in the backup dialog on small screens", "en"],
  ["```js\nconst answer = compute(everything);\n```\n这段代码报错了", "zh"],
  ["", "en"],
  ["0x52908400098527886E0F7030069857D2E4169EE7", "en"],
] as const)("%j is taken for %s", (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
