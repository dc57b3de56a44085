import { foldText } from "~/platform/search-engine/language/folding";
import { type Marks, markSnippet, markText, noMarks } from "~/platform/search-engine/language/marking";
import { scriptOf } from "~/platform/search-engine/language/runs";
import type { SearchHit, Segment } from "~/platform/search-engine/port";

/**
 * What the engine found in a hit, to be marked again in the text of the database. The engine's own excerpt is never
 * shown: it may be older than an edit that took something out.
 */
export function marksOf({ title, snippet }: Pick<SearchHit, "title" | "snippet">): Marks {
  const marks = noMarks();
  for (const { text, hit } of [...title, ...snippet]) {
    if (!hit) continue;
    const folded = foldText(text);
    if (scriptOf(folded) === "han") marks.han.add(folded);
    // A word typed to its middle is marked to its middle.
    else marks.prefixes.add(folded);
  }
  return marks;
}

export function markedTitle(title: string, marks: Marks): Segment[] {
  return markText(title, marks);
}

export function markedExcerpt(text: string, marks: Marks): Segment[] {
  return markSnippet(text, marks);
}
