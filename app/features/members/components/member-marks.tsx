import { useText } from "~/platform/i18n/use-text";
import { RoleTag } from "~/ui/primitives/role-tag";
import { StaffMark } from "~/ui/primitives/staff-mark";
import { staffPath } from "../paths";
import type { PublicMember } from "../reading.server";
import { isStaff } from "../role";

export interface MemberMarksProps {
  member: Pick<PublicMember, "role" | "title" | "origin" | "isSuspended" | "leftTeamAt">;
  siteName: string;
  /** False where the roster itself stands. */
  isLinked?: boolean;
}

/** What the site itself says about somebody. Drawn from the role by the server; nothing a member types comes in here. */
export function MemberMarks({ member, siteName, isLinked = true }: MemberMarksProps) {
  const t = useText("members");
  if (member.isSuspended) return <RoleTag>{t("standing.suspended")}</RoleTag>;
  if (member.origin === "sample") return <RoleTag>{t("standing.sample")}</RoleTag>;
  return (
    <>
      {isStaff(member) && (
        <StaffMark href={isLinked ? staffPath : undefined}>
          {t("standing.staff", { site: siteName })}
        </StaffMark>
      )}
      {!isStaff(member) && member.leftTeamAt && (
        <RoleTag>{t("standing.formerStaff", { site: siteName })}</RoleTag>
      )}
      {member.role === "moderator" && <RoleTag>{t("standing.moderator")}</RoleTag>}
    </>
  );
}
