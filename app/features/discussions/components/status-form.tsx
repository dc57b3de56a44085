import { useReasonText } from "~/features/topics/components/use-reason-text";
import { useStatusText } from "~/features/topics/components/use-status-text";
import { topicActionPath, topicPath } from "~/features/topics/paths";
import type { DiscussionKind } from "~/features/topics/topic";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { closeReasons, settableStatuses } from "../discussion";

export interface StatusFormProps {
  topic: { number: number; slug: string; kind: DiscussionKind; status: string };
  failure?: FormFailure;
}

/** Staff say where a discussion stands; closing says why. */
export function StatusForm({ topic, failure }: StatusFormProps) {
  const t = useText("discussions");
  const common = useText("common");
  const statusText = useStatusText();
  const reasonText = useReasonText();
  const errorText = useErrorText();
  const { fields = {}, form } = failure?.errors ?? {};
  const values = failure?.values ?? {};
  return (
    <form className="stack" method="post" action={topicActionPath(topic.number, "status")}>
      <HiddenFields values={{ seen: topic.status }} />
      <FormErrorSummary errors={[]} message={errorText(form)} />
      <p>{t("decide.now", { status: statusText(topic.status) })}</p>
      <Field id="status-to" label={t("decide.status")} error={errorText(fields.to)}>
        {(control) => (
          <Select
            {...control}
            name="to"
            defaultValue={values.to ?? topic.status}
            options={settableStatuses(topic.kind).map((status) => ({
              value: status,
              label: statusText(status),
            }))}
          />
        )}
      </Field>
      <Field id="status-reason" label={t("decide.reason")} error={errorText(fields.reason)}>
        {(control) => (
          <Select
            {...control}
            name="reason"
            defaultValue={values.reason ?? ""}
            options={[
              { value: "", label: t("decide.chooseReason") },
              ...closeReasons.map((reason) => ({ value: reason, label: reasonText(reason) ?? reason })),
            ]}
          />
        )}
      </Field>
      <Field
        id="status-duplicate"
        label={t("decide.duplicateOf")}
        hint={t("decide.duplicateOfHint")}
        error={errorText(fields.duplicateOf)}
        isOptional
      >
        {(control) => <TextInput {...control} name="duplicateOf" defaultValue={values.duplicateOf} />}
      </Field>
      <Field
        id="status-text"
        label={t("decide.text")}
        hint={t("decide.textHint")}
        error={errorText(fields.text)}
        isOptional
      >
        {(control) => <TextInput {...control} name="text" defaultValue={values.text} />}
      </Field>
      <div className="cluster">
        <Button kind="primary">{t("decide.save")}</Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
