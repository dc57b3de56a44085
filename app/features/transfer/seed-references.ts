import { newReference } from "~/features/official/reference";
import { randomFrom } from "./seed-random";

const referencesTable = 30;

/** References for letters that nobody has yet, the same every time for the same seed on an empty site. */
export function freeReferences(seed: number, taken: Iterable<string>): () => string {
  const random = randomFrom(seed, referencesTable);
  const known = new Set(taken);
  return () => {
    for (let attempt = 0; ; attempt++) {
      const reference = newReference((below) => random.below(below), attempt);
      if (known.has(reference)) continue;
      known.add(reference);
      return reference;
    }
  };
}
