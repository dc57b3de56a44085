import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { TextArea } from "~/ui/primitives/text-area";

/** The author's one word against a removal. */
export function AppealForm({ action, failure }: { action: string; failure?: FormFailure }) {
  const t = useText("moderation");
  const say = useErrorText();
  const summary = useErrorSummary(failure?.errors, { text: "appeal-text" });
  return (
    <form className="stack mt-4" method="post" action={action} aria-labelledby="appeal">
      <h2 className="section-title" id="appeal">
        {t("appeals.formTitle")}
      </h2>
      <p className="small muted">{t("appeals.formHint")}</p>
      <FormErrorSummary {...summary} />
      <Field id="appeal-text" label={t("appeals.text")} error={say(failure?.errors.fields.text)}>
        {(control) => (
          <TextArea {...control} name="text" rows={5} defaultValue={failure?.values.text ?? ""} />
        )}
      </Field>
      <div className="cluster">
        <Button kind="primary" icon="scale">
          {t("appeals.send")}
        </Button>
      </div>
    </form>
  );
}
