import { foldText } from "./language/folding";
import { hanPairs } from "./language/han-grams";
import { runsOf } from "./language/runs";
import { hanStopCharacters, hanStopPhrases, latinStopWords } from "./language/stop-words";

const mostUnits = 24;

/** What two titles can have in common: words, and pairs of Han characters, without those that say nothing. */
export function titleUnits(title: string): Set<string> {
  const units = new Set<string>();
  for (const run of runsOf(foldText(title))) {
    const found = run.script === "han" ? hanUnits(run.text) : [run.text];
    for (const unit of found) {
      if (!latinStopWords.has(unit) && units.size < mostUnits) units.add(unit);
    }
  }
  return units;
}

function hanUnits(run: string): string[] {
  const parts = hanStopPhrases.reduce((text, phrase) => text.replaceAll(phrase, " "), run).split(" ");
  return parts
    .flatMap(hanPairs)
    .filter((pair) => ![...pair].every((character) => hanStopCharacters.has(character)));
}
