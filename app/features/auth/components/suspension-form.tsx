import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { TextArea } from "~/ui/primitives/text-area";
import { longestSuspensionNote, suspensionLengths, suspensionReasons } from "../suspension";

export interface SuspensionFormProps {
  /** What everybody sees of them now. */
  posts: number;
  values?: Record<string, string>;
  errors?: FormErrors;
  cancelHref: string;
}

/** How long, why, and whether what they wrote goes with them. */
export function SuspensionForm({ posts, values = {}, errors, cancelHref }: SuspensionFormProps) {
  const t = useText("suspensions");
  const say = useErrorText();
  const summary = useErrorSummary(errors, { length: "length", reason: "reason", note: "note" });
  return (
    <form method="post" className="stack" data-gap="4">
      <FormErrorSummary {...summary} />
      <RadioGroup
        id="length"
        name="length"
        legend={t("form.length")}
        options={suspensionLengths.map((value) => ({ value, label: t(`length.${value}`) }))}
        value={values.length ?? "7"}
        error={say(errors?.fields.length)}
      />
      <RadioGroup
        id="reason"
        name="reason"
        legend={t("form.reason")}
        options={suspensionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        value={values.reason}
        error={say(errors?.fields.reason)}
      />
      <Field
        id="note"
        label={t("form.note")}
        hint={t("form.noteHint", { limit: longestSuspensionNote })}
        error={say(errors?.fields.note)}
        isOptional
      >
        {(control) => <TextArea {...control} name="note" rows={3} defaultValue={values.note ?? ""} />}
      </Field>
      {posts > 0 && (
        <Checkbox
          name="hidePosts"
          label={t("form.hidePosts", { count: posts })}
          defaultChecked={"hidePosts" in values}
        />
      )}
      <div className="cluster">
        <Button kind="primary">{t("form.submit")}</Button>
        <ButtonLink href={cancelHref}>{t("form.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
