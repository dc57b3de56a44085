import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { requireAdmin } from "~/features/admin/managing.server";
import { requireMember } from "~/features/auth/identifying.server";
import { RulesForm } from "~/features/holding/components/rules-form";
import { adminHoldingPath } from "~/features/holding/paths";
import { readRulesForm, rulesValues } from "~/features/holding/rules-form";
import { readHoldingRules, saveHoldingRules } from "~/features/holding/rules.server";
import { pageMeta } from "~/features/site/page-meta";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "holding")("settings.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  return { values: rulesValues(await readHoldingRules(ctx)), isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const { values } = await readForm(args.request);
  const parsed = readRulesForm(values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  await saveHoldingRules(ctx, parsed.value);
  return seeOther(`${adminHoldingPath}?saved`);
}

export default function HoldingSettings() {
  const { values, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const admin = useText("admin");
  const t = useText("holding");
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "holding")}>
      <PageHead title={t("settings.title")} lede={t("settings.lede")} />
      {isSaved && !failure && <Notice tone="done">{admin("saved")}</Notice>}
      <RulesForm values={failure?.values ?? values} errors={failure?.errors} saveLabel={admin("save")} />
    </SettingsLayout>
  );
}
