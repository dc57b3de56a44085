import { markSnippet, markText, noMarks, type Marks } from "../language/marking";
import type { SearchHit } from "../port";
import type { ReadQuery } from "../read-query";
import { segmentsFrom } from "./marked-text";

export type FoundHit = Pick<SearchHit, "id" | "kind" | "threadId"> & {
  title: string;
  body: string;
  _formatted?: { title?: string; body?: string };
};

/** What was found only through a side field has no mark; our own marking then shows why it is here. */
export function readHit(hit: FoundHit, marks: Marks): SearchHit {
  const { id, kind, threadId } = hit;
  const title = segmentsFrom(hit._formatted?.title ?? hit.title);
  const snippet = segmentsFrom(hit._formatted?.body ?? hit.body);
  const isMarked = [...title, ...snippet].some((segment) => segment.hit);
  if (isMarked) return { id, kind, threadId, title, snippet };
  return { id, kind, threadId, title: markText(hit.title, marks), snippet: markSnippet(hit.body, marks) };
}

export function marksOf({ parsed }: ReadQuery): Marks {
  const marks = noMarks();
  for (const term of parsed.terms) {
    for (const { script, text } of term.tokens) {
      if (script === "han") marks.han.add(text);
      else (term.isPrefix ? marks.prefixes : marks.words).add(text);
    }
  }
  return marks;
}
