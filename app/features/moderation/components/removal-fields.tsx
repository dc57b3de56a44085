import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { Select } from "~/ui/primitives/select";
import { TextArea } from "~/ui/primitives/text-area";
import { flagReasons } from "../flag";

export const removalControls = { reason: "removal-reason", note: "removal-note" };

/** Why a post is taken away, and what its author is told. */
export function RemovalFields({ failure, reason = "" }: { failure?: FormFailure; reason?: string }) {
  const t = useText("moderation");
  const say = useErrorText();
  return (
    <>
      <Field
        id={removalControls.reason}
        label={t("review.reason")}
        error={say(failure?.errors.fields.reason)}
      >
        {(control) => (
          <Select
            {...control}
            name="reason"
            defaultValue={failure?.values.reason ?? reason}
            options={[
              { value: "", label: t("review.chooseReason") },
              ...flagReasons.map((each) => ({ value: each, label: t(`reason.${each}`) })),
            ]}
          />
        )}
      </Field>
      <Field
        id={removalControls.note}
        label={t("review.note")}
        hint={t("review.noteHint")}
        error={say(failure?.errors.fields.note)}
      >
        {(control) => (
          <TextArea {...control} name="note" rows={3} defaultValue={failure?.values.note ?? ""} />
        )}
      </Field>
    </>
  );
}
