import type { FormFailure } from "~/platform/http/form-errors";
import { controlTime } from "~/platform/http/utc-time";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { TextInput } from "~/ui/primitives/text-input";
import { topicActionPath, topicPath } from "../paths";
import { maxPinPosition, type Pin, pinMark, pinScopes } from "../pin";

export interface PinFormProps {
  topic: { number: number; slug: string };
  pin: Pin | null;
  /** In the reader's language. */
  area: string;
  failure?: FormFailure;
}

/** Where a topic stands before the others, at which place and until when. */
export function PinForm({ topic, pin, area, failure }: PinFormProps) {
  const t = useText("topics");
  const common = useText("common");
  const errorText = useErrorText();
  const { fields = {}, form } = failure?.errors ?? {};
  const values = failure?.values ?? {
    scope: pin?.scope ?? "area",
    position: String(pin?.position ?? 0),
    endsAt: pin?.endsAt ? controlTime(pin.endsAt) : "",
  };
  return (
    <form className="stack" method="post" action={topicActionPath(topic.number, "pin")}>
      <HiddenFields values={{ seen: pinMark(pin) }} />
      <FormErrorSummary errors={[]} message={errorText(form)} />
      <RadioGroup
        id="pin-scope"
        name="scope"
        legend={t("pin.scope")}
        value={values.scope}
        error={errorText(fields.scope)}
        options={pinScopes.map((scope) => ({ value: scope, label: t(`pin.scopes.${scope}`, { area }) }))}
      />
      <Field
        id="pin-position"
        label={t("pin.position")}
        hint={t("pin.positionHint")}
        error={errorText(fields.position)}
      >
        {(control) => (
          <TextInput
            {...control}
            name="position"
            type="number"
            min={0}
            max={maxPinPosition}
            defaultValue={values.position}
          />
        )}
      </Field>
      <Field id="pin-ends" label={t("pin.endsAt")} error={errorText(fields.endsAt)} isOptional>
        {(control) => (
          <TextInput {...control} name="endsAt" type="datetime-local" defaultValue={values.endsAt} />
        )}
      </Field>
      <div className="cluster">
        <Button kind="primary" icon="pin">
          {pin ? t("pin.save") : t("pin.confirm")}
        </Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
