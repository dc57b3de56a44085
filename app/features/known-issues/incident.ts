/** A known issue that everybody must know of now, as the banner of every page says it. */
export interface Incident {
  topicId: number;
  number: number;
  slug: string;
  summary: string;
  language: "en" | "zh";
  affected: number;
  since: Date;
  nextUpdateAt: Date | null;
  /** True when the reader reported it; null when nobody is signed in. */
  mine: "author" | "affected" | "none" | null;
}
