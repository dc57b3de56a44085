import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import type { FoundMember } from "../finding-voters.server";
import { votersPath } from "../paths";

export interface VoteForFormProps {
  number: number;
  /** What was looked for, and whom it found. */
  words: string;
  found: readonly FoundMember[];
  failure?: FormFailure;
}

/** Staff look for a member and vote for them. */
export function VoteForForm({ number, words, found, failure }: VoteForFormProps) {
  const t = useText("suggestions");
  const errorText = useErrorText();
  const { fields = {}, form } = failure?.errors ?? {};
  return (
    <div className="stack">
      <form className="stack" action={votersPath({ number })}>
        <Field
          id="voter"
          label={t("voters.find")}
          hint={t("voters.findHint")}
          error={errorText(fields.member ?? form)}
        >
          {(control) => (
            <TextInput
              {...control}
              type="search"
              name="member"
              defaultValue={failure?.values.member ?? words}
            />
          )}
        </Field>
        <div>
          <Button icon="search">{t("voters.search")}</Button>
        </div>
      </form>
      {words !== "" && found.length === 0 && <p className="muted small">{t("voters.nobody")}</p>}
      {found.length > 0 && (
        <ul className="lines">
          {found.map(({ name, displayName }) => (
            <li key={name} className="line-item">
              <form className="cluster" method="post" action={votersPath({ number })}>
                <HiddenFields values={{ member: name }} />
                <span>
                  {displayName} <span className="muted small">@{name}</span>
                </span>
                <Button>
                  {t("voters.voteFor")}
                  <span className="sr-only">{displayName}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
