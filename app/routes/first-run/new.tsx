import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readPreset } from "~/features/admin/areas-form";
import { FirstRunForm } from "~/features/admin/components/first-run-form";
import { completeFirstRun, type FirstRunInput, requireFirstRun } from "~/features/admin/first-run.server";
import { SiteSchema } from "~/features/admin/site-input";
import { visitor } from "~/features/auth/identifying.server";
import { AccountSchema } from "~/features/auth/input";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormErrors, FormFailure } from "~/platform/http/form-errors";
import { type Parsed, parseForm } from "~/platform/http/parse-form";
import { readForm, type SentForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "admin")("firstRun.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  await requireFirstRun(await visitor(args), args.params.token!);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const token = args.params.token!;
  await requireFirstRun(ctx, token);
  const form = await readForm(args.request);
  const parsed = parse(form);
  if (!parsed.ok) return formAgain(parsed.errors, valuesOf(form));
  const visit = await visitOf(args);
  const made = await completeFirstRun(
    ctx,
    { ...parsed.value, token, mark: form.files("mark")[0] ?? null, wantsSample: "sample" in form.values },
    visit,
  );
  if (!made.ok) return formAgain(made.errors, valuesOf(form));
  return seeOther("/", signedInHeaders(ctx, visit, made.cookie));
}

/** All of the form at once, so that everything that needs another look is said in one go. */
function parse(form: SentForm): Parsed<Pick<FirstRunInput, "account" | "site" | "areas">> {
  const account = parseForm(AccountSchema, form.values);
  const site = parseForm(SiteSchema, { ...form.values, languages: form.all("languages") });
  const areas = readPreset(form.values);
  if (account.ok && site.ok && areas.ok) {
    return { ok: true, value: { account: account.value, site: site.value, areas: areas.value } };
  }
  const fields: FormErrors["fields"] = {};
  for (const part of [account, site, areas]) if (!part.ok) Object.assign(fields, part.errors.fields);
  return { ok: false, errors: { fields } };
}

/** The one field with several values, joined for the way back. */
function valuesOf(form: SentForm): Record<string, string> {
  return { ...form.values, languages: form.all("languages").join(" ") };
}

export default function FirstRun() {
  const failure = useActionData<FormFailure>();
  const t = useText("admin");
  return (
    <Page>
      <PageHead title={t("firstRun.title")} lede={t("firstRun.lede")} />
      <FirstRunForm values={failure?.values} errors={failure?.errors} />
    </Page>
  );
}
