import type { SearchKind, SimilarTitle, Viewer } from "../port";
import { parseQuery, termText } from "../query";
import { titleUnits } from "../title-units";
import { audienceFilter } from "./filters";
import type { IndexNames } from "./index-names";
import type { Deadline, Reader } from "./reader.server";

const mostCandidates = 40;

interface Candidate {
  id: string;
  kind: SearchKind;
  threadId: string;
  title: string;
}

/** Candidates by rare words first; the score is the share of words both titles have, the same for every server. */
export async function similarTitles(
  reader: Reader,
  names: IndexNames,
  viewer: Viewer,
  title: string,
  { kinds, limit, deadline }: { kinds: readonly SearchKind[]; limit: number; deadline: Deadline },
): Promise<SimilarTitle[]> {
  const units = titleUnits(title);
  const open = kinds.filter((kind) => kind !== "note");
  if (units.size === 0 || open.length === 0 || viewer.audience.length === 0) return [];
  const { terms } = parseQuery(title, new Set());
  const { hits } = await reader.ask(viewer, deadline, (client, extras) =>
    client.index<Candidate>(names.main).search(
      `${terms.map(termText).join(" ")} `,
      {
        filter: [audienceFilter(viewer), `kind IN [${open.map((kind) => JSON.stringify(kind)).join(", ")}]`],
        attributesToSearchOn: ["title", "titlePairs"],
        matchingStrategy: "frequency",
        attributesToRetrieve: ["id", "kind", "threadId", "title"],
        limit: mostCandidates,
      },
      extras,
    ),
  );
  return hits
    .map((hit) => ({ id: hit.id, kind: hit.kind, threadId: hit.threadId, score: shared(units, hit.title) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

function shared(units: ReadonlySet<string>, title: string): number {
  const others = titleUnits(title);
  return [...units].filter((unit) => others.has(unit)).length / units.size;
}
