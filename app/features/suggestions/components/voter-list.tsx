import { memberPath } from "~/features/members/paths";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Byline } from "~/ui/primitives/byline";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { RoleTag } from "~/ui/primitives/role-tag";
import { Time } from "~/ui/primitives/time";
import { votersPath } from "../paths";
import type { Voter } from "../voters.server";

export interface VoterListProps {
  number: number;
  voters: readonly Voter[];
  mayTakeBack: boolean;
  now: Date;
}

/** Who votes, each with since when; for the team also who voted for them, and who hides their name from others. */
export function VoterList({ number, voters, mayTakeBack, now }: VoterListProps) {
  const t = useText("suggestions");
  return (
    <ul className="lines">
      {voters.map(({ name, displayName, isStaff, at, isHidden, addedBy }) => (
        <li key={name} className="line-item">
          <Byline
            avatar={{ name: displayName, isStaff }}
            name={displayName}
            href={memberPath({ name })}
            marks={isHidden && <RoleTag>{t("voters.hidden")}</RoleTag>}
            end={
              addedBy &&
              mayTakeBack && (
                <form method="post" action={votersPath({ number })}>
                  <HiddenFields method="DELETE" values={{ member: name }} />
                  <Button>
                    {t("voters.takeBack")}
                    <span className="sr-only">{displayName}</span>
                  </Button>
                </form>
              )
            }
          >
            <Time at={at} now={now} form="day" />
            {addedBy && <span className="muted">{t("voters.addedBy", { name: addedBy })}</span>}
          </Byline>
        </li>
      ))}
    </ul>
  );
}
