import { type Area, areaName } from "~/features/site/area";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { topicActionPath, topicPath } from "../paths";

export interface MoveFormProps {
  topic: { number: number; slug: string };
  /** Slug of the area it stands in. */
  area: string;
  areas: readonly Area[];
  failure?: FormFailure;
}

export function MoveForm({ topic, area, areas, failure }: MoveFormProps) {
  const t = useText("topics");
  const common = useText("common");
  const locale = useLocale();
  const errorText = useErrorText();
  const standsIn = areas.find(({ slug }) => slug === area);
  return (
    <form className="stack" method="post" action={topicActionPath(topic.number, "area")}>
      <HiddenFields values={{ seen: area }} />
      <FormErrorSummary errors={[]} message={errorText(failure?.errors.form)} />
      <p>{t("move.lede")}</p>
      <p>{t("move.now", { area: standsIn ? areaName(standsIn, locale) : area })}</p>
      <Field id="move-area" label={t("move.area")} error={errorText(failure?.errors.fields.area)}>
        {(control) => (
          <Select
            {...control}
            name="area"
            defaultValue={failure?.values.area ?? area}
            options={areas.map((each) => ({ value: each.slug, label: areaName(each, locale) }))}
          />
        )}
      </Field>
      <Field id="move-text" label={t("move.text")} error={errorText(failure?.errors.fields.text)} isOptional>
        {(control) => <TextInput {...control} name="text" defaultValue={failure?.values.text} />}
      </Field>
      <div className="cluster">
        <Button kind="primary">{t("move.confirm")}</Button>
        <ButtonLink href={topicPath(topic)}>{common("actions.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
