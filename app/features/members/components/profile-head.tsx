import { Fragment, type ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Avatar } from "~/ui/primitives/avatar";
import { ButtonLink } from "~/ui/primitives/button-link";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Notice } from "~/ui/primitives/notice";
import { RoleTag } from "~/ui/primitives/role-tag";
import { Time } from "~/ui/primitives/time";
import type { FormerName } from "../former-names.server";
import { profileSettingsPath } from "../paths";
import type { PublicMember } from "../reading.server";
import { isModerator, isStaff } from "../role";
import type { Standing } from "../standing";
import { FormerNames } from "./former-names";
import { MemberMarks } from "./member-marks";

export interface ProfileHeadProps {
  member: PublicMember;
  /** Of the team only: under which names they spoke before. */
  formerNames: readonly FormerName[];
  siteName: string;
  standing: Standing;
  now: Date;
  isOwn: boolean;
  /** What the reader may do about them, from features above. */
  acts?: ReactNode;
}

export function ProfileHead({ member, formerNames, siteName, standing, now, isOwn, acts }: ProfileHeadProps) {
  const t = useText("members");
  const hasStanding = member.origin === "account" && !member.isSuspended && !isModerator(member);
  const { topicCount: topics, replyCount: replies } = member;
  return (
    <header className="stack" data-gap="4">
      <div className="cluster">
        <Avatar name={member.displayName} isStaff={isStaff(member)} size="l" />
        <h1 className="page-title">{member.displayName}</h1>
        <MemberMarks member={member} siteName={siteName} />
        {hasStanding && <RoleTag>{t(`standing.${standing}`)}</RoleTag>}
        {isOwn && <ButtonLink href={profileSettingsPath}>{t("profile.edit")}</ButtonLink>}
        {acts}
      </div>
      <MetaLine
        items={[
          <span key="name" className="mono">
            @{member.name}
          </span>,
          // A title is the site's word: it ends with the role.
          isModerator(member) && member.title,
          formerNames.length > 0 && <FormerNames key="former" names={formerNames} />,
          t.rich("profile.since", { date: () => <Time at={member.createdAt} now={now} form="day" /> }),
          t("profile.counts", { topics, replies }),
        ]}
      />
      {member.bio && <p className="measure">{member.bio.split("\n").map(asLine)}</p>}
      {member.origin === "import" && <p className="muted small">{t("standing.imported")}</p>}
      {isStaff(member) && <Notice icon="shield">{t("profile.neverFirst")}</Notice>}
    </header>
  );
}

function asLine(line: string, index: number) {
  return (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  );
}
