import { useText } from "~/platform/i18n/use-text";
import { ColumnHead } from "~/ui/patterns/column-head";
import { Byline } from "~/ui/primitives/byline";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import type { FormerName } from "../former-names.server";
import { memberPath } from "../paths";
import type { PublicMember } from "../reading.server";
import { isStaff } from "../role";
import { FormerNames } from "./former-names";
import { MemberMarks } from "./member-marks";

export interface TeamListProps {
  id: string;
  title: string;
  note?: string;
  members: PublicMember[];
  /** Of everybody who is or was of the team. */
  formerNames: readonly FormerName[];
  siteName: string;
  now: Date;
}

export function TeamList({ id, title, note, members, formerNames, siteName, now }: TeamListProps) {
  const t = useText("members");
  return (
    <section className="mt-8" aria-labelledby={id}>
      <ColumnHead id={id} title={title} />
      {note && <p className="muted small">{note}</p>}
      <ul className="lines">
        {members.map((member) => (
          <li key={member.id} className="line-item">
            <Byline
              avatar={{ name: member.displayName, isStaff: isStaff(member) }}
              name={member.displayName}
              href={memberPath(member)}
              marks={<MemberMarks member={member} siteName={siteName} isLinked={false} />}
              under={
                <MetaLine
                  items={[
                    !member.leftTeamAt && member.title,
                    t.rich("roster.since", {
                      date: () => <Time at={member.createdAt} now={now} form="day" />,
                    }),
                    term(member),
                    formerly(member),
                    member.origin === "import" && t("standing.imported"),
                  ]}
                />
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );

  function formerly({ id }: PublicMember) {
    const names = formerNames.filter(({ memberId }) => memberId === id);
    return names.length > 0 && <FormerNames names={names} />;
  }

  /** From and to when they spoke for the site, as far as it is on record. */
  function term({ joinedTeamAt: from, leftTeamAt: to }: PublicMember) {
    const day = (at: Date) => () => <Time at={at} now={now} form="day" />;
    if (from && to) return t.rich("roster.fromTo", { from: day(from), to: day(to) });
    if (to) return t.rich("roster.left", { date: day(to) });
    return from && t.rich("roster.from", { date: day(from) });
  }
}
