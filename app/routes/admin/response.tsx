import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { requireAdmin } from "~/features/admin/managing.server";
import { adminResponsePath } from "~/features/admin/paths";
import { requireMember } from "~/features/auth/identifying.server";
import { TargetsForm } from "~/features/inbox/components/targets-form";
import { readTargetsForm, targetValues } from "~/features/inbox/targets-form";
import { readTargets, saveTargets } from "~/features/inbox/targets.server";
import { timeZones } from "~/features/members/profile";
import { listAreas } from "~/features/site/areas.server";
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
  pageMeta(args, (locale) => ({ title: translator(locale, "inbox")("settings.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const [targets, areas] = await Promise.all([readTargets(ctx), listAreas(ctx)]);
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  return { values: targetValues(targets), areas, zones: timeZones(), isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const form = await readForm(args.request);
  const days = form.all("days");
  const parsed = readTargetsForm(form.values, days, await listAreas(ctx));
  if (!parsed.ok) return formAgain(parsed.errors, { ...form.values, days: days.join(" ") });
  await saveTargets(ctx, parsed.value);
  return seeOther(`${adminResponsePath}?saved`);
}

export default function ResponseSettings() {
  const { values, areas, zones, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const admin = useText("admin");
  const t = useText("inbox");
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "response")}>
      <PageHead title={t("settings.title")} lede={t("settings.lede")} />
      {isSaved && !failure && <Notice tone="done">{admin("saved")}</Notice>}
      <TargetsForm
        values={failure?.values ?? values}
        errors={failure?.errors}
        areas={areas}
        zones={zones}
        saveLabel={admin("save")}
      />
    </SettingsLayout>
  );
}
