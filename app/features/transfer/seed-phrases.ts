/**
 * What the made-up people of a seed say, in one language. `{feature}` and the like are filled in from the list of that
 * name, `{version}`, `{hours}`, `{amount}` and `{block}` with numbers. Sentences hold no markdown signs: only `marked`
 * ones are rendered, once, before the writing begins.
 */
export interface Phrases {
  language: "en" | "zh";
  feature: readonly string[];
  asset: readonly string[];
  device: readonly string[];
  network: readonly string[];
  tags: readonly string[];
  titles: Record<"problem" | "question" | "experience" | "suggestion", readonly string[]>;
  sentences: Record<
    "problem" | "question" | "experience" | "suggestion" | "reply" | "official",
    readonly string[]
  >;
  /** Blocks of Markdown with markup. */
  marked: readonly string[];
  announcement: { title: readonly string[]; change: readonly string[]; opening: readonly string[] };
  /** Between two sentences of a paragraph. */
  space: string;
}
