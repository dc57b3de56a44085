import { FacetGroup } from "~/ui/patterns/facet-group";
import { Facets } from "~/ui/patterns/facets";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { countFilters } from "../question";
import { questionPath, searchPath } from "../question-address";
import { type FacetsInput, useFacetGroups } from "./use-facet-groups";

/** How the results divide, and how to narrow them. One plain form: it works without script and can be shared. */
export function SearchFacets(input: FacetsInput) {
  const { question } = input;
  const { words, sort, after, before } = question;
  return (
    <Facets
      id="facets"
      action={searchPath}
      activeCount={countFilters(question)}
      clearHref={questionPath({ words, sort })}
    >
      <HiddenFields values={{ q: words || null, sort, after, before }} />
      {question.tags.map((tag) => (
        <input key={tag} type="hidden" name="tag" value={tag} />
      ))}
      {useFacetGroups(input).map((group) => (
        <FacetGroup key={group.name} {...group} />
      ))}
    </Facets>
  );
}
