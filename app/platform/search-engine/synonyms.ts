import { foldText } from "./language/folding";
import { runsOf } from "./language/runs";
import type { QueryToken } from "./query";

/** Folded words joined by one space, as the key of a term or of several terms in a row. */
export type SynonymTable = ReadonlyMap<string, readonly (readonly QueryToken[])[]>;

/** For every member of a group, the others. */
export function synonymTable(groups: readonly (readonly string[])[]): SynonymTable {
  const table = new Map<string, (readonly QueryToken[])[]>();
  for (const group of groups) {
    const members = group.map(synonymTokens).filter((tokens) => tokens.length > 0);
    for (const member of members) {
      const others = members.filter((other) => synonymKey(other) !== synonymKey(member));
      table.set(synonymKey(member), [...(table.get(synonymKey(member)) ?? []), ...others]);
    }
  }
  return table;
}

/** Han words are cut by guess, so a key joins what stands next to each other without a mark of the cut. */
export function synonymKey(tokens: readonly QueryToken[]): string {
  return tokens.reduce((key, { script, text }, index) => {
    const touches = script === "han" && tokens[index - 1]?.script === "han";
    return key + (index === 0 || touches ? "" : " ") + text;
  }, "");
}

function synonymTokens(member: string): QueryToken[] {
  return runsOf(foldText(member)).map(({ script, text }) => ({ script, text }));
}
