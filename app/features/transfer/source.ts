import type { Numbers } from "./numbering.server";
import type { People } from "./people.server";
import type { Survey } from "./surveying.server";

/** Everything known of one tracker while its topics are written. */
export interface Source {
  survey: Survey;
  people: People;
  numbers: Numbers;
  /** What is here already: digest by number in the source, and the topic it became. */
  known: Map<number, { digest: string; topicId: number }>;
}
