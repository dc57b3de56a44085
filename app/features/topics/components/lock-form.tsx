import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import { topicActionPath, topicPath } from "../paths";

export interface LockFormProps {
  topic: { number: number; slug: string };
  isLocked: boolean;
  failure?: FormFailure;
}

/** Ends a conversation for now, with the reason everybody reads, or opens it again. */
export function LockForm({ topic, isLocked, failure }: LockFormProps) {
  const t = useText("topics");
  const common = useText("common");
  const errorText = useErrorText();
  return (
    <form className="stack" method="post" action={topicActionPath(topic.number, "lock")}>
      <HiddenFields method={isLocked ? "DELETE" : undefined} />
      <FormErrorSummary errors={[]} message={errorText(failure?.errors.form)} />
      <p>{isLocked ? t("lock.unlockLede") : t("lock.lede")}</p>
      {!isLocked && (
        <Field
          id="lock-reason"
          label={t("lock.reason")}
          hint={t("lock.reasonHint")}
          error={errorText(failure?.errors.fields.reason)}
        >
          {(control) => (
            <TextInput {...control} name="reason" defaultValue={failure?.values.reason} required />
          )}
        </Field>
      )}
      <div className="cluster">
        <Button kind="primary" icon={isLocked ? "unlock" : "lock"}>
          {isLocked ? t("lock.confirmUnlock") : t("lock.confirm")}
        </Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
