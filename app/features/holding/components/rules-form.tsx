import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";
import { mostFirstPosts, mostKeywords } from "../rules";

export interface RulesFormProps {
  values: Record<string, string>;
  errors?: FormErrors;
  saveLabel: string;
}

/** Which posts wait for a moderator before anybody else sees them. */
export function RulesForm({ values, errors, saveLabel }: RulesFormProps) {
  const t = useText("holding");
  const say = useErrorText();
  const summary = useErrorSummary(errors, {
    firstPosts: "firstPosts",
    keywords: "keywords",
    knownHosts: "knownHosts",
  });
  return (
    <form method="post">
      <FormErrorSummary {...summary} />
      <Setting id="newcomers" title={t("settings.newcomers.title")} about={t("settings.newcomers.text")}>
        <div className="stack">
          {(["contacts", "links", "images"] as const).map((rule) => (
            <Checkbox key={rule} name={rule} label={t(`settings.${rule}`)} defaultChecked={rule in values} />
          ))}
          <Field
            id="knownHosts"
            label={t("settings.hosts")}
            hint={t("settings.hostsHint")}
            error={say(errors?.fields.knownHosts)}
            isOptional
          >
            {(control) => (
              <TextArea {...control} name="knownHosts" rows={4} defaultValue={values.knownHosts ?? ""} />
            )}
          </Field>
        </div>
      </Setting>
      <Setting id="everybody" title={t("settings.everybody.title")} about={t("settings.everybody.text")}>
        <div className="stack">
          <Field
            id="firstPosts"
            label={t("settings.firstPosts")}
            hint={t("settings.firstPostsHint", { limit: mostFirstPosts })}
            error={say(errors?.fields.firstPosts)}
          >
            {(control) => (
              <TextInput
                {...control}
                name="firstPosts"
                inputMode="numeric"
                defaultValue={values.firstPosts ?? "0"}
              />
            )}
          </Field>
          <Field
            id="keywords"
            label={t("settings.keywords")}
            hint={t("settings.keywordsHint", { limit: mostKeywords })}
            error={say(errors?.fields.keywords)}
            isOptional
          >
            {(control) => (
              <TextArea {...control} name="keywords" rows={8} defaultValue={values.keywords ?? ""} />
            )}
          </Field>
        </div>
      </Setting>
      <Button kind="primary">{saveLabel}</Button>
    </form>
  );
}
