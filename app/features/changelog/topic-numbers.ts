const number = /(?:^|\/t\/|#)([1-9]\d{0,8})(?:[/?#].*)?$/;

/**
 * Topic numbers out of what a person types or pastes: "12, #34 https://example.org/t/56/some-title". Each once, in
 * order; `unreadable` holds what is no such thing, for the message that names it.
 */
export function readTopicNumbers(text: string): { numbers: number[]; unreadable: string[] } {
  const numbers = new Set<number>();
  const unreadable: string[] = [];
  for (const word of text.split(/[\s,，、;；]+/).filter(Boolean)) {
    const found = number.exec(word)?.[1];
    if (found) numbers.add(Number(found));
    else unreadable.push(word);
  }
  return { numbers: [...numbers], unreadable };
}
