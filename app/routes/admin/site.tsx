import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { SecondStepField } from "~/features/admin/components/second-step-field";
import { ReservedWordsField } from "~/features/admin/components/reserved-words-field";
import { SiteFields } from "~/features/admin/components/site-fields";
import { TimeZoneField } from "~/features/admin/components/time-zone-field";
import { UploadRoomField } from "~/features/admin/components/upload-room-field";
import { changeSite, requireAdmin } from "~/features/admin/managing.server";
import { checkedLanguages, SiteSchema } from "~/features/admin/site-input";
import { requireMember } from "~/features/auth/identifying.server";
import { requireProof } from "~/features/auth/proving.server";
import { timeZones } from "~/features/members/profile";
import { pageMeta } from "~/features/site/page-meta";
import { adminPath } from "~/features/site/paths";
import { useSite } from "~/features/site/root-data";
import { readSite } from "~/features/site/settings.server";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "admin")("label"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  requireAdmin(ctx);
  const site = await readSite(ctx);
  const { name, tagline, languages, defaultLocale, uploadMegabytes, timeZone } = site;
  const { requiresSecondFactor, reservedWords } = site;
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  const values = {
    siteName: name,
    "tagline-en": tagline.en,
    "tagline-zh-CN": tagline["zh-CN"],
    defaultLocale,
    uploadMegabytes: String(uploadMegabytes),
    timeZone,
    requiresSecondFactor: requiresSecondFactor ? "yes" : "no",
    reservedWords: reservedWords.join("\n"),
  };
  return { values, languages, isSaved, zones: timeZones() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  // A copy, so that what was sent can wait for a proof.
  const form = await readForm(args.request.clone());
  const parsed = parseForm(SiteSchema, { ...form.values, languages: form.all("languages") });
  const typed = { ...form.values, languages: form.all("languages").join(" ") };
  if (!parsed.ok) return formAgain(parsed.errors, typed);
  // From then on a stolen password of anybody on the team would be enough.
  if (parsed.value.requiresSecondFactor === false && (await readSite(ctx)).requiresSecondFactor)
    await requireProof(args);
  const change = {
    site: parsed.value,
    mark: form.files("mark")[0] ?? null,
    isMarkRemoved: "removeMark" in form.values,
  };
  const outcome = await changeSite(ctx, change);
  if (!outcome.ok) return formAgain(fieldError("mark", outcome.reason), typed);
  return seeOther(`${adminPath}?saved`);
}

export default function SiteAdmin() {
  const { values, languages, isSaved, zones } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const { markPath } = useSite();
  const t = useText("admin");
  const summary = useErrorSummary(failure?.errors, {
    siteName: "siteName",
    "tagline-en": "tagline-en",
    "tagline-zh-CN": "tagline-zh-CN",
    mark: "mark",
    languages: "languages",
    defaultLocale: "defaultLocale",
    uploadMegabytes: "uploadMegabytes",
    timeZone: "timeZone",
    reservedWords: "reservedWords",
  });
  return (
    <SettingsLayout label={t("label")} links={adminLinks(t, "site")}>
      <PageHead title={t("site.title")} lede={t("site.lede")} />
      {isSaved && !failure && <Notice tone="done">{t("saved")}</Notice>}
      <form method="post" encType="multipart/form-data" data-guard-text>
        <FormErrorSummary {...summary} />
        <SiteFields
          values={failure?.values ?? values}
          languages={failure ? checkedLanguages(failure.values) : languages}
          markPath={markPath}
          errors={failure?.errors}
        />
        <UploadRoomField
          value={(failure?.values ?? values).uploadMegabytes}
          error={failure?.errors.fields.uploadMegabytes}
        />
        <TimeZoneField
          value={(failure?.values ?? values).timeZone}
          zones={zones}
          error={failure?.errors.fields.timeZone}
        />
        <SecondStepField value={(failure?.values ?? values).requiresSecondFactor} />
        <ReservedWordsField
          value={(failure?.values ?? values).reservedWords}
          error={failure?.errors.fields.reservedWords}
        />
        <Button kind="primary" type="submit">
          {t("save")}
        </Button>
      </form>
    </SettingsLayout>
  );
}
