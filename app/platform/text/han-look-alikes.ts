import { simplifiedByTraditional } from "../search-engine/language/simplified-characters";

// Characters a hasty eye takes for one another, mostly a stroke apart. Made by hand and kept small: what the table of
// Unicode has (士 and 土, 戸 and 戶) is left to it, and a pair is here when it can disguise a word of trust.
const alike = [
  ...["日曰", "己已巳", "末未", "人入", "官宫宦", "方万", "客容", "管菅", "理埋", "员贠"],
  ...["版板", "主王", "术木朮", "技枝", "支攴", "持待", "站玷沾", "手毛", "户尸", "助劻", "工干"],
];
const firstOf = new Map(
  alike.flatMap(([first, ...others]) => others.map((other) => [other, first!] as const)),
);

/**
 * One form for Han texts that a reader may take for each other: Traditional and Simplified, and characters that look
 * alike. Far too coarse to tell names apart by; for words and people nobody else may pass for. Not meant to be read.
 */
export function hanLooks(text: string): string {
  return Array.from(text.normalize("NFKC"), (written) => {
    const character = simplifiedByTraditional.get(written) ?? written;
    return firstOf.get(character) ?? character;
  }).join("");
}
