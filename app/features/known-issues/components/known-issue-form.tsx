import type { ReactNode } from "react";
import { knownIssueStates } from "~/features/topics/known-issue";
import { topicPath } from "~/features/topics/paths";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field, type FieldControl, type FieldProps } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { Select } from "~/ui/primitives/select";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";
import type { KnownIssueValues } from "../form-values";
import { knownIssuePath } from "../paths";

export interface KnownIssueFormProps {
  topic: { number: number; slug: string };
  values: KnownIssueValues;
  errors?: FormErrors;
  announcements: readonly { id: number; title: string; isDraft: boolean }[];
  isKnown: boolean;
}

/** Everything the team says of a problem it knows, in one form. */
export function KnownIssueForm({ topic, values, errors, announcements, isKnown }: KnownIssueFormProps) {
  const t = useText("knownIssues");
  const common = useText("common");
  const errorText = useErrorText();
  const { fields = {}, form } = errors ?? {};
  return (
    <form className="stack" data-gap="5" method="post" action={knownIssuePath(topic.number)} data-guard-text>
      <HiddenFields values={{ version: values.version }} />
      <FormErrorSummary errors={[]} message={errorText(form)} />
      <RadioGroup
        id="issue-state"
        name="state"
        legend={t("form.state")}
        value={values.state}
        error={errorText(fields.state)}
        options={knownIssueStates.map((state) => ({
          value: state,
          label: t(`state.${state}`),
          hint: state === "fixed" ? t("form.stateFixedHint") : undefined,
        }))}
      />
      {field("summary", t("form.summary"), { hint: t("form.summaryHint"), isOptional: true }, (control) => (
        <TextInput {...control} name="summary" defaultValue={values.summary} autoComplete="off" />
      ))}
      {field(
        "workaround",
        t("form.workaround"),
        { hint: t("form.workaroundHint"), isOptional: true },
        (control) => (
          <TextArea {...control} name="workaround" rows={5} defaultValue={values.workaround} />
        ),
      )}
      {field("versions", t("form.versions"), { isOptional: true }, (control) => (
        <TextInput
          {...control}
          name="versions"
          defaultValue={values.versions}
          placeholder={t("form.versionsPlaceholder")}
          autoComplete="off"
        />
      ))}
      {field("announcement", t("form.announcement"), { isOptional: true }, (control) => (
        <Select
          {...control}
          name="announcement"
          defaultValue={values.announcement ?? ""}
          options={[
            { value: "", label: t("form.noAnnouncement") },
            ...announcements.map(({ id, title, isDraft }) => ({
              value: String(id),
              label: isDraft ? t("form.draft", { title }) : title,
            })),
          ]}
        />
      ))}
      {field(
        "next-update",
        t("form.nextUpdate"),
        { hint: t("form.nextUpdateHint"), isOptional: true },
        (control) => (
          <TextInput
            {...control}
            type="datetime-local"
            name="next-update"
            defaultValue={values["next-update"]}
          />
        ),
      )}
      <Checkbox
        name="urgent"
        value="1"
        label={t("form.urgent")}
        hint={t("form.urgentHint")}
        defaultChecked={Boolean(values.urgent)}
      />
      <div className="cluster">
        <Button kind="primary">{isKnown ? t("form.save") : t("form.declare")}</Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );

  function field(
    name: string,
    label: string,
    props: Pick<FieldProps, "hint" | "isOptional">,
    control: (control: FieldControl) => ReactNode,
  ) {
    return (
      <Field id={`issue-${name}`} label={label} error={errorText(fields[name])} {...props}>
        {control}
      </Field>
    );
  }
}
