import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { requireAdmin } from "~/features/admin/managing.server";
import { requireMember } from "~/features/auth/identifying.server";
import { RulesForm } from "~/features/moderation/components/rules-form";
import { RulesSchema } from "~/features/moderation/input";
import { adminModerationPath } from "~/features/moderation/paths";
import { readModerationRules, saveModerationRules } from "~/features/moderation/rules.server";
import { pageMeta } from "~/features/site/page-meta";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "moderation")("settings.title"),
    isIndexed: false,
  }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const { hideAt } = await readModerationRules(ctx);
  return { hideAt: String(hideAt), isSaved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const { values } = await readForm(args.request);
  const parsed = parseForm(RulesSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  await saveModerationRules(ctx, parsed.value);
  return seeOther(`${adminModerationPath}?saved`);
}

export default function ModerationSettings() {
  const { hideAt, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const admin = useText("admin");
  const t = useText("moderation");
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "moderation")}>
      <PageHead title={t("settings.title")} lede={t("settings.lede")} />
      {isSaved && !failure && <Notice tone="done">{admin("saved")}</Notice>}
      <RulesForm
        hideAt={failure?.values.hideAt ?? hideAt}
        errors={failure?.errors}
        saveLabel={admin("save")}
      />
    </SettingsLayout>
  );
}
