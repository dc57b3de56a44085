import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "../primitives/button";
import { IconButton } from "../primitives/icon-button";
import { TextLink } from "../primitives/text-link";

export interface FacetsProps {
  id: string;
  action: string;
  activeCount: number;
  clearHref?: string;
  /** `HiddenFields` for what the facets keep, then `FacetGroup`s. */
  children: ReactNode;
}

/** A column of filters on a wide screen, a sheet from the foot of a narrow one. A plain GET form in both. */
export function Facets({ id, action, activeCount, clearHref, children }: FacetsProps) {
  const t = useText("common");
  return (
    <>
      <Button className="show-narrow" type="button" icon="filter" popovertarget={id}>
        {t("facets.open", { count: activeCount })}
      </Button>
      <form className="facets" popover="auto" id={id} action={action} aria-label={t("facets.label")}>
        <IconButton
          className="only-narrow"
          icon="x"
          label={t("actions.close")}
          popovertarget={id}
          popovertargetaction="hide"
        />
        {children}
        <div className="cluster mt-4">
          <Button>{t("actions.apply")}</Button>
          {activeCount > 0 && clearHref && <TextLink href={clearHref}>{t("facets.clear")}</TextLink>}
        </div>
      </form>
    </>
  );
}
