import { areaPresetNames, areaPresets, type AreaPresetName } from "~/features/site/area-presets";
import { locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Choice } from "~/ui/primitives/choice";
import { Disclosure } from "~/ui/primitives/disclosure";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";
import { areaField, presetKey } from "../areas-form";

export interface PresetAreasProps {
  values: Partial<Record<string, string>>;
  errors?: FormErrors;
}

/** The sets of areas a site can begin with; only the chosen one is read. */
export function PresetAreas({ values, errors }: PresetAreasProps) {
  const t = useText("admin");
  return (
    <fieldset className="field">
      <legend>{t("firstRun.areas.preset")}</legend>
      {areaPresetNames.map((preset, index) => (
        <div key={preset} className="stack" data-gap="3">
          <Choice
            name="preset"
            value={preset}
            label={t(`firstRun.areas.${preset}`)}
            hint={t(`firstRun.areas.${preset}Hint`)}
            isChecked={values.preset ? values.preset === preset : index === 0}
          />
          <Disclosure
            summary={t("firstRun.areas.names")}
            isOpen={Object.keys(errors?.fields ?? {}).some((field) => field.startsWith(`${preset}-`))}
          >
            <PresetNames preset={preset} values={values} errors={errors} />
          </Disclosure>
        </div>
      ))}
    </fieldset>
  );
}

function PresetNames({ preset, values, errors }: PresetAreasProps & { preset: AreaPresetName }) {
  const t = useText("admin");
  const site = useText("site");
  const say = useErrorText();
  return (
    <div className="stack mt-4">
      {areaPresets[preset].map(({ slug, names }) => (
        <div key={slug} className="pair">
          {locales.map((locale) => {
            const name = areaField(presetKey(preset, slug), `name-${locale}`);
            const label = t("areas.name", { language: site(`languageWords.${locale}`) });
            return (
              <Field key={name} id={name} label={label} error={say(errors?.fields[name])}>
                {(control) => (
                  <TextInput
                    {...control}
                    name={name}
                    defaultValue={values[name] ?? names[locale]}
                    lang={locale}
                  />
                )}
              </Field>
            );
          })}
        </div>
      ))}
    </div>
  );
}
