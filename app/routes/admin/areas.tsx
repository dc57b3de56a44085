import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { areaField, areaValues, newAreaKey, readAreas } from "~/features/admin/areas-form";
import { AreaRow } from "~/features/admin/components/area-row";
import { requireAdmin } from "~/features/admin/managing.server";
import { adminAreasPath } from "~/features/admin/paths";
import { requireMember } from "~/features/auth/identifying.server";
import { areaName } from "~/features/site/area";
import { listAllAreas, saveAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "admin")("areas.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  return { areas: await listAllAreas(ctx), isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const form = await readForm(args.request);
  const parsed = readAreas(form.values, form.all("area"));
  if (!parsed.ok) return formAgain(parsed.errors, form.values);
  const outcome = await saveAreas(ctx, parsed.value);
  if (!outcome.ok) return formAgain(formError(outcome.reason), form.values, { status: 409 });
  return seeOther(`${adminAreasPath}?saved`);
}

export default function AreasAdmin() {
  const { areas, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const locale = useLocale();
  const t = useText("admin");
  const fields = Object.keys(failure?.errors.fields ?? {});
  const summary = useErrorSummary(failure?.errors, Object.fromEntries(fields.map((field) => [field, field])));
  return (
    <SettingsLayout label={t("label")} links={adminLinks(t, "areas")}>
      <PageHead title={t("areas.title")} lede={t("areas.lede")} />
      {isSaved && !failure && <Notice tone="done">{t("saved")}</Notice>}
      {areas.length === 0 && <Notice tone="active">{t("areas.empty")}</Notice>}
      <form method="post" data-guard-text>
        <FormErrorSummary {...summary} />
        {areas.map((area) => {
          const key = String(area.id);
          const wasSent = failure && areaField(key, "position") in failure.values;
          const values = wasSent ? failure.values : areaValues(area, key);
          return (
            <Setting key={key} id={`area-${key}`} title={areaName(area, locale)}>
              <AreaRow areaKey={key} slug={area.slug} values={values} errors={failure?.errors} />
            </Setting>
          );
        })}
        <Setting id="area-new" title={t("areas.add")}>
          <AreaRow areaKey={newAreaKey} values={failure?.values ?? {}} errors={failure?.errors} />
        </Setting>
        <Button kind="primary" type="submit">
          {t("save")}
        </Button>
      </form>
    </SettingsLayout>
  );
}
