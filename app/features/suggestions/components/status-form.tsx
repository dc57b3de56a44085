import { useStatusText } from "~/features/topics/components/use-status-text";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Select } from "~/ui/primitives/select";
import { TextArea } from "~/ui/primitives/text-area";
import { statusPath } from "../paths";
import { declineReasons, nextStatuses, type SuggestionStatus } from "../suggestion";

export interface StatusFormProps {
  suggestion: { number: number; status: SuggestionStatus };
  failure?: FormFailure;
}

/** Where staff decide. Nothing is shown for what was merged: it has no status of its own. */
export function StatusForm({ suggestion, failure }: StatusFormProps) {
  const t = useText("suggestions");
  const errorText = useErrorText();
  const statusText = useStatusText();
  const statuses = nextStatuses(suggestion.status);
  if (statuses.length === 0) return null;
  const { fields = {}, form } = failure?.errors ?? {};
  const values = failure?.values ?? {};
  return (
    <form className="stack" method="post" action={statusPath(suggestion)}>
      <FormErrorSummary errors={[]} message={errorText(form)} />
      <Field id="decide-to" label={t("decide.status")} error={errorText(fields.to)}>
        {(control) => (
          <Select
            {...control}
            name="to"
            required
            defaultValue={values.to ?? ""}
            options={[
              { value: "", label: t("decide.chooseStatus") },
              ...statuses.map((status) => ({ value: status, label: statusText(status, "suggestion") })),
            ]}
          />
        )}
      </Field>
      <Field id="decide-reason" label={t("decide.reason")} error={errorText(fields.reason)}>
        {(control) => (
          <Select
            {...control}
            name="reason"
            defaultValue={values.reason ?? ""}
            options={[
              { value: "", label: t("decide.chooseReason") },
              ...declineReasons.map((reason) => ({ value: reason, label: t(`declined.reasons.${reason}`) })),
            ]}
          />
        )}
      </Field>
      <Field
        id="decide-text"
        label={t("decide.text")}
        hint={t("decide.textHint")}
        error={errorText(fields.text)}
      >
        {(control) => <TextArea {...control} name="text" rows={3} defaultValue={values.text} />}
      </Field>
      <Button kind="primary">{t("decide.save")}</Button>
    </form>
  );
}
