import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Icon } from "../primitives/icon";
import { StaffMark } from "../primitives/staff-mark";

export interface BranchProps {
  /** Under which its folded state is remembered for the visit: the anchor of the reply above. */
  id: string;
  /** How many replies are inside, at any depth. */
  count: number;
  isOpen?: boolean;
  /** Said on the folded branch, so nobody misses the team's answer. */
  hasStaffInside?: boolean;
  /** Said on the folded branch too: a `NewMark`. */
  inside?: ReactNode;
  children: ReactNode;
}

/** The replies to a reply. The whole rail beside them folds the branch, because it belongs to the summary. */
export function Branch({ id, count, isOpen = true, hasStaffInside, inside, children }: BranchProps) {
  const t = useText("common");
  return (
    <details className="branch" open={isOpen} data-fold={id}>
      <summary>
        <span className="when-open">
          <Icon name="minus" />
          {t("branch.hide", { count })}
        </span>
        <span className="when-shut">
          <Icon name="plus" />
          {t("branch.show", { count })} {hasStaffInside && <StaffMark>{t("branch.staffInside")}</StaffMark>}{" "}
          {inside}
        </span>
      </summary>
      {children}
    </details>
  );
}
