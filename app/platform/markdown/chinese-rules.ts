import type { Tokenizer } from "marked";

// CommonMark decides by the characters around `**` whether it opens or closes. Chinese has no spaces and its
// punctuation stands inside what is stressed, so by those rules `**注意：**请备份` stays stars. Here, as in the "CJK
// friendly" amendment (https://github.com/tats-u/markdown-cjk-friendly), Chinese punctuation counts as a letter, and a
// Han character next to the mark counts as much as a space.
const chinesePunctuation = "[\\u3001-\\u303F\\uFF01-\\uFF65“”‘’…—·]";
const han = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]";
const punctuation = `(?!~)(?!${chinesePunctuation})[\\p{P}\\p{S}]`;
const punctuationOrSpace = `(?!~)(?!${chinesePunctuation})[\\s\\p{P}\\p{S}]`;
const other = `(?:[^\\s\\p{P}\\p{S}]|${chinesePunctuation}|~)`;

const endOfAddress = new RegExp(`${chinesePunctuation}|(?<=[A-Za-z0-9)])(?=${han})`, "u");

type InlineRules = Tokenizer["rules"]["inline"];

/** marked's rules for `*` and `~~` with Chinese in mind; the six cases and their order are marked's own. */
export function withChinese(rules: InlineRules): InlineRules {
  return {
    ...rules,
    punctuation: new RegExp(`^((?![*_])(?:[\\s\\p{P}\\p{S}]|${han}))`, "u"),
    emStrongLDelim: new RegExp(
      `^(?:\\*+(?:((?!\\*)${punctuation})|([^\\s*]))?)|^_+(?:((?!_)(?!~)[\\p{P}\\p{S}])|([^\\s_]))?`,
      "u",
    ),
    emStrongRDelimAst: new RegExp(
      ["^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)", "[^*]+(?=[^*])", ...closingCases("\\*", "\\*+")].join("|"),
      "gu",
    ),
    delLDelim: new RegExp(`^~~?(?:(${punctuation})|[^\\s~])`, "u"),
    delRDelim: new RegExp(["^[^~]+(?=[^~])", ...closingCases("~", "~~?")].join("|"), "gu"),
  };
}

/** Where an address written in running Chinese ends: at Chinese punctuation, or at Han that is no part of its path. */
export function addressEnd(src: string): number {
  const address = /^(?:https?:\/\/|www\.)[^\s<]*/i.exec(src)?.[0];
  if (!address) return src.length;
  const end = address.search(endOfAddress);
  return end < 0 ? src.length : end;
}

function closingCases(mark: string, run: string): string[] {
  const before = `(?!${mark})`;
  return [
    `${before}${punctuation}(${run})(?=[\\s]|$)`,
    `${other}(${run})${before}(?=${punctuationOrSpace}|$)`,
    `${before}${punctuationOrSpace}(${run})(?=${other})(?!(?<=[^\\s${mark}]${mark}+)${han})`,
    `[\\s](${run})${before}(?=${punctuation})`,
    `${before}${punctuation}(${run})${before}(?=${punctuation}|${han})`,
    `${other}(${run})(?=${other})`,
  ];
}
