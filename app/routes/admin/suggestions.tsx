import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { requireAdmin } from "~/features/admin/managing.server";
import { adminSuggestionsPath } from "~/features/admin/paths";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { readSite } from "~/features/site/settings.server";
import { StatusRow } from "~/features/suggestions/components/status-row";
import { VotingRulesSchema } from "~/features/suggestions/input";
import { saveStatuses } from "~/features/suggestions/naming-statuses.server";
import { readStatuses, statusValues } from "~/features/suggestions/status-input";
import { suggestionStatuses } from "~/features/suggestions/suggestion";
import { voterAudiences } from "~/features/suggestions/voters";
import { saveVotingRules } from "~/features/suggestions/voting-rules.server";
import { statusText } from "~/features/topics/components/use-status-text";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Notice } from "~/ui/primitives/notice";
import { RadioGroup } from "~/ui/primitives/radio-group";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "suggestions")("admin.title"),
    isIndexed: false,
  }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const { statuses, votersSeenBy, countsUnverified } = await readSite(ctx);
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  return { values: statusValues(statuses), votersSeenBy, countsUnverified, isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const { values } = await readForm(args.request);
  const rules = parseForm(VotingRulesSchema, values);
  if (!rules.ok) return formAgain(rules.errors, values);
  const statuses = readStatuses(values);
  if (!statuses.ok) return formAgain(statuses.errors, values);
  await saveStatuses(ctx, statuses.value);
  await saveVotingRules(ctx, rules.value);
  return seeOther(`${adminSuggestionsPath}?saved`);
}

export default function SuggestionsAdmin() {
  const { values: kept, votersSeenBy, countsUnverified, isSaved } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const admin = useText("admin");
  const t = useText("suggestions");
  const locale = useLocale();
  const fields = Object.keys(failure?.errors.fields ?? {});
  const summary = useErrorSummary(failure?.errors, Object.fromEntries(fields.map((field) => [field, field])));
  const values = failure?.values ?? kept;
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "suggestions")}>
      <PageHead title={t("admin.title")} lede={t("admin.lede")} />
      {isSaved && !failure && <Notice tone="done">{admin("saved")}</Notice>}
      <form method="post">
        <FormErrorSummary {...summary} />
        <Setting id="voters" title={t("admin.voters.title")} about={t("admin.voters.text")}>
          <RadioGroup
            id="votersSeenBy"
            name="votersSeenBy"
            legend={t("admin.voters.label")}
            value={failure?.values.votersSeenBy ?? votersSeenBy}
            options={voterAudiences.map((value) => ({ value, label: t(`admin.voters.${value}`) }))}
          />
        </Setting>
        <Setting id="counting" title={t("admin.counting.title")} about={t("admin.counting.text")}>
          <Checkbox
            name="countsUnverified"
            label={t("admin.counting.label")}
            defaultChecked={failure ? "countsUnverified" in failure.values : countsUnverified}
          />
        </Setting>
        {suggestionStatuses.map((status) => (
          <Setting key={status} id={`status-${status}`} title={statusText(locale, status)}>
            <StatusRow status={status} values={values} errors={failure?.errors} />
          </Setting>
        ))}
        <Button kind="primary" type="submit">
          {admin("save")}
        </Button>
      </form>
    </SettingsLayout>
  );
}
