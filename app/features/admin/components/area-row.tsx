import { locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";
import { areaField, newAreaKey } from "../areas-form";

export interface AreaRowProps {
  /** Id of the area, or "new". */
  areaKey: string;
  slug?: string;
  values: Record<string, string>;
  errors?: FormErrors;
}

/** One area in the form that holds them all. */
export function AreaRow({ areaKey, slug, values, errors }: AreaRowProps) {
  const t = useText("admin");
  const site = useText("site");
  const say = useErrorText();
  const position = areaField(areaKey, "position");
  const archived = areaField(areaKey, "archived");
  return (
    <div className="stack">
      <input type="hidden" name="area" value={areaKey} />
      {(["name", "about"] as const).map((part) => (
        <div key={part} className="pair">
          {locales.map((locale) => {
            const name = areaField(areaKey, `${part}-${locale}`);
            const label = t(`areas.${part}`, { language: site(`languageWords.${locale}`) });
            return (
              <Field key={name} id={name} label={label} error={say(errors?.fields[name])}>
                {(control) => (
                  <TextInput {...control} name={name} defaultValue={values[name]} lang={locale} />
                )}
              </Field>
            );
          })}
        </div>
      ))}
      <div className="pair">
        <Field id={position} label={t("areas.position")}>
          {(control) => (
            <TextInput
              {...control}
              name={position}
              type="number"
              min={1}
              max={99}
              inputMode="numeric"
              defaultValue={values[position]}
            />
          )}
        </Field>
        {areaKey !== newAreaKey && (
          <div>
            <Checkbox
              name={archived}
              label={t("areas.archived")}
              hint={slug && t("areas.address", { slug })}
              defaultChecked={archived in values}
            />
          </div>
        )}
      </div>
    </div>
  );
}
