import { knownIssueStates } from "~/features/topics/known-issue";
import { topicPath } from "~/features/topics/paths";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";
import type { KnownIssueValues } from "../form-values";
import { knownIssueUpdatePath } from "../paths";

export interface UpdateFormProps {
  topic: { number: number; slug: string };
  values: KnownIssueValues;
  errors?: FormErrors;
  submission: string;
}

/** One piece of news: how far the team is, what it means, when it speaks again. */
export function UpdateForm({ topic, values, errors, submission }: UpdateFormProps) {
  const t = useText("knownIssues");
  const common = useText("common");
  const errorText = useErrorText();
  const { fields = {}, form } = errors ?? {};
  return (
    <form
      className="stack"
      data-gap="5"
      method="post"
      action={knownIssueUpdatePath(topic.number)}
      data-guard-text
    >
      <HiddenFields submission={submission} />
      <FormErrorSummary errors={[]} message={errorText(form)} />
      <RadioGroup
        id="update-state"
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
      <Field id="update-body" label={t("update.body")} error={errorText(fields.body)}>
        {(control) => (
          <TextArea
            {...control}
            name="body"
            rows={6}
            defaultValue={values.body}
            placeholder={t("update.bodyPlaceholder")}
            required
          />
        )}
      </Field>
      <Field
        id="update-next"
        label={t("form.nextUpdate")}
        hint={t("form.nextUpdateHint")}
        error={errorText(fields["next-update"])}
        isOptional
      >
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            name="next-update"
            defaultValue={values["next-update"]}
          />
        )}
      </Field>
      <div className="cluster">
        <Button kind="primary">{t("update.post")}</Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
