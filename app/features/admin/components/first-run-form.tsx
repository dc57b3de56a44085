import { AccountFields } from "~/features/auth/components/account-fields";
import { locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { checkedLanguages } from "../site-input";
import { PresetAreas } from "./preset-areas";
import { SiteFields } from "./site-fields";

export interface FirstRunFormProps {
  values?: Record<string, string>;
  errors?: FormErrors;
}

const controls = [
  "name",
  "email",
  "password",
  "siteName",
  "tagline-en",
  "tagline-zh-CN",
  "mark",
  "languages",
  "defaultLocale",
];

export function FirstRunForm({ values, errors }: FirstRunFormProps) {
  const t = useText("admin");
  const locale = useLocale();
  const fields = [...new Set([...controls, ...Object.keys(errors?.fields ?? {})])];
  const summary = useErrorSummary(errors, Object.fromEntries(fields.map((field) => [field, field])));
  const languages = values ? checkedLanguages(values) : locales;
  return (
    <form method="post" encType="multipart/form-data" data-guard-text>
      <FormErrorSummary {...summary} />
      <Setting id="account" title={t("firstRun.account.title")} about={t("firstRun.account.text")}>
        <div className="stack">
          <AccountFields values={values} errors={errors} />
        </div>
      </Setting>
      <SiteFields
        values={values ?? { defaultLocale: locale }}
        languages={languages}
        markPath={null}
        errors={errors}
      />
      <Setting id="areas" title={t("firstRun.areas.title")} about={t("firstRun.areas.text")}>
        <PresetAreas values={values ?? {}} errors={errors} />
      </Setting>
      <Setting id="sample" title={t("firstRun.sample.title")} about={t("firstRun.sample.text")}>
        <Checkbox
          name="sample"
          value="1"
          label={t("firstRun.sample.label")}
          hint={t("firstRun.sample.hint")}
          defaultChecked={values ? "sample" in values : false}
        />
      </Setting>
      <Button kind="primary" size="l" type="submit">
        {t("firstRun.submit")}
      </Button>
    </form>
  );
}
