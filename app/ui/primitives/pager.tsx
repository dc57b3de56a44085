import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "./button-link";

export interface PagerLink {
  href: string;
  /** Says what comes: "Load 25 older topics". */
  label?: string;
}

export interface PagerProps {
  newer?: PagerLink | null;
  older?: PagerLink | null;
  /** One line under the buttons: how much is shown. */
  note?: ReactNode;
}

/** Steps through a keyset-paged list. Nothing is drawn when there is nowhere to go. */
export function Pager({ newer, older, note }: PagerProps) {
  const t = useText("common");
  if (!newer && !older && !note) return null;
  return (
    <nav className="load-more" aria-label={t("pager.label")}>
      {(newer || older) && (
        <div className="cluster">
          {newer && (
            <ButtonLink href={newer.href} rel="prev">
              {newer.label ?? t("pager.newer")}
            </ButtonLink>
          )}
          {older && (
            <ButtonLink href={older.href} rel="next">
              {older.label ?? t("pager.older")}
            </ButtonLink>
          )}
        </div>
      )}
      {note && <span>{note}</span>}
    </nav>
  );
}
