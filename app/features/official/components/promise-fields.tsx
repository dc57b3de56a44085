import type { StandingPromise } from "~/features/topics/promise";
import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { maxPromiseCharacters, promiseChanges } from "../promise-act";

export interface PromiseFieldsProps {
  /** What stands promised on the topic; null offers a new one. */
  standing: StandingPromise | null;
  values: Readonly<Record<string, string>>;
  errorOf: (field: string) => string | null;
}

const fields = ["promise", "promise-act", "promise-due", "promise-reason"] as const;

/** What the letter promises and by when, or what it does to the promise that stands; folded, because few do either. */
export function PromiseFields({ standing, values, errorOf }: PromiseFieldsProps) {
  const t = useText("official");
  const isOpen = fields.some((field) => values[field] || errorOf(field));
  return (
    <details open={isOpen} id="official-promises">
      <summary className="text-link">
        {t(standing ? "compose.promise.change" : "compose.promise.make")}
      </summary>
      <fieldset className="field mt-2">
        <legend className="sr-only">{t("compose.promise.legend")}</legend>
        {standing ? change(standing) : make()}
      </fieldset>
    </details>
  );

  function make() {
    return (
      <div className="stack" data-gap="4">
        <Field
          id="official-promise"
          label={t("compose.promise.what")}
          hint={t("compose.promise.whatHint", { limit: maxPromiseCharacters })}
          error={errorOf("promise")}
        >
          {(control) => <TextInput {...control} name="promise" defaultValue={values.promise} />}
        </Field>
        {day(t("compose.promise.due"), t("compose.promise.dueHint"))}
      </div>
    );
  }

  function change({ id, text, madeOn }: StandingPromise) {
    return (
      <div className="stack" data-gap="4">
        <input type="hidden" name="promise-id" value={id} />
        <p>
          {madeOn === undefined
            ? t("compose.promise.standing", { promise: text })
            : t("compose.promise.standingMerged", { promise: text, number: String(madeOn) })}
        </p>
        <Field
          id="official-promise-act"
          label={t("compose.promise.act")}
          error={errorOf("promise-act") ?? errorOf("promise")}
        >
          {(control) => (
            <Select
              {...control}
              name="promise-act"
              defaultValue={values["promise-act"] ?? ""}
              options={[
                { value: "", label: t("compose.promise.acts.leave") },
                ...promiseChanges.map((act) => ({ value: act, label: t(`compose.promise.acts.${act}`) })),
              ]}
            />
          )}
        </Field>
        {day(t("compose.promise.newDue"), t("compose.promise.newDueHint"))}
        <Field
          id="official-promise-reason"
          label={t("compose.promise.reason")}
          hint={t("compose.promise.reasonHint")}
          error={errorOf("promise-reason")}
        >
          {(control) => (
            <TextInput {...control} name="promise-reason" defaultValue={values["promise-reason"]} />
          )}
        </Field>
      </div>
    );
  }

  function day(label: string, hint: string) {
    return (
      <Field id="official-promise-due" label={label} hint={hint} error={errorOf("promise-due")}>
        {(control) => (
          <TextInput {...control} name="promise-due" type="date" defaultValue={values["promise-due"]} />
        )}
      </Field>
    );
  }
}
