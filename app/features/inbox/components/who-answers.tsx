import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { Time } from "~/ui/primitives/time";
import type { Handling, TeamMember } from "../handling.server";
import { ownerPath } from "../paths";
import { ClaimForm } from "./claim-form";

export interface WhoAnswersProps {
  number: number;
  handling: Handling;
  team: readonly TeamMember[];
  readerId: number;
  back: string;
  now: Date;
}

/** For staff: who answers this just now, who sees to it, and the buttons that change that. */
export function WhoAnswers({ number, handling, team, readerId, back, now }: WhoAnswersProps) {
  const t = useText("inbox");
  const { claim, owner } = handling;
  const isMine = claim?.by.id === readerId;
  return (
    <div className="stack" data-gap="3">
      <p className="small">
        {!claim && t("claim.free")}
        {claim &&
          t.rich(isMine ? "claim.mine" : "claim.theirs", {
            name: claim.by.displayName,
            time: () => <Time at={isMine ? claim.endsAt : claim.since} now={now} form="clock" />,
          })}
        {claim?.takenFrom && ` ${t("claim.takenFrom", { name: claim.takenFrom })}`}
      </p>
      <ClaimForm number={number} claim={claim} readerId={readerId} back={back} />
      <form method="post" action={ownerPath(number)}>
        <HiddenFields values={{ back }} />
        <Field id={`owner-${number}`} label={t("assign.label")}>
          {(control) => (
            <span className="inline-form">
              <Select
                {...control}
                name="name"
                defaultValue={owner?.name ?? ""}
                options={[
                  { value: "", label: t("assign.nobody") },
                  ...team.map(({ name, displayName }) => ({ value: name, label: displayName })),
                ]}
              />
              <Button>{t("assign.act")}</Button>
            </span>
          )}
        </Field>
      </form>
    </div>
  );
}
