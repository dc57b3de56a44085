import { hanPairs } from "../language/han-grams";
import type { QueryToken } from "../query";

/** Quotes keep every token a plain string to FTS5, whatever it spells. */
export function phrase(tokens: readonly QueryToken[], isPrefix: boolean): string {
  const joined = joinHan(tokens);
  const last = joined.at(-1)!;
  const words = joined.flatMap((token, index) => {
    if (token.script === "word") return [token.text];
    const pairs = hanPairs(token.text);
    // A run ends with its last character alone in the index, which stands between it and what follows.
    return index < joined.length - 1 && pairs[0] !== token.text ? [...pairs, [...token.text].at(-1)!] : pairs;
  });
  const isOpen = last.script === "han" ? [...last.text].length === 1 : isPrefix;
  return `"${words.join(" ")}"${isOpen ? " *" : ""}`;
}

function joinHan(tokens: readonly QueryToken[]): QueryToken[] {
  const joined: QueryToken[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (token.script === "han" && before?.script === "han") {
      joined[joined.length - 1] = { script: "han", text: before.text + token.text };
    } else joined.push(token);
  }
  return joined;
}

export function anyOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? expressions[0]! : `(${expressions.join(" OR ")})`;
}

export function allOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? expressions[0]! : `(${expressions.join(" AND ")})`;
}
