import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppConfirmation } from "~/features/auth/components/app-confirmation";
import { ExternalAccountForm } from "~/features/auth/components/external-account-form";
import { SecondStepForm } from "~/features/auth/components/second-step-form";
import { describeNewcomer, type Newcomer } from "~/features/auth/external/newcomer.server";
import { type AppPreview, previewApp, signInByApp } from "~/features/auth/external/signing-in-by-app.server";
import { visitor } from "~/features/auth/identifying.server";
import { keepAccountPath, signInPath } from "~/features/auth/paths";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import type { FormErrors } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export { dataHeaders as headers } from "~/platform/http/data-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("signIn.title"), isIndexed: false }));

type Page =
  | { show: "preview"; token: string; next: string; preview: AppPreview; signedInAs: string | null }
  | { show: "step"; step: string; next: string }
  | { show: "newcomer"; newcomer: Newcomer; next: string }
  | { show: "refusal"; errors: FormErrors; next: string };

/** Where the app sends people. Shows who they would become; nobody is signed in by following a link. */
export async function loader(args: LoaderFunctionArgs) {
  if (isAnswered(args)) return null;
  const ctx = await visitor(args);
  const search = new URL(args.request.url).searchParams;
  const token = search.get("token") ?? "";
  const next = safePath(search.get("next"));
  const seen = await previewApp(ctx, token);
  if (!seen.ok) {
    const { error: errors, status } = refusedSignIn(seen, ctx.clock.now());
    return data<Page>({ show: "refusal", errors, next }, { status });
  }
  const signedInAs = ctx.actor?.name ?? null;
  return data<Page>(
    { show: "preview", token, next, preview: seen, signedInAs },
    { headers: { "Cache-Control": "no-store" } },
  );
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  const next = safePath(values.next);
  const visit = await visitOf(args);
  const outcome = await signInByApp(ctx, values.token ?? "", visit);
  if (!outcome.ok) {
    const { error: errors, ...answer } = refusedSignIn(outcome, ctx.clock.now());
    return data<Page>({ show: "refusal", errors, next }, answer);
  }
  if ("step" in outcome) return data<Page>({ show: "step", step: outcome.step, next });
  if ("keep" in outcome) return seeOther(keepAccountPath(outcome.keep));
  if ("cookie" in outcome) return seeOther(next, signedInHeaders(ctx, visit, outcome.cookie));
  const newcomer = await describeNewcomer(ctx, outcome.token);
  return data<Page>({ show: "newcomer", newcomer: newcomer!, next });
}

export default function AppPage() {
  const asked = useLoaderData<Page | null>();
  const page = useActionData<Page>() ?? asked;
  const t = useText("auth");
  const signIn = useText("members");
  const say = useErrorText();
  switch (page?.show) {
    case "preview":
      return <AppConfirmation {...page} />;
    case "step":
      return (
        <FormPage title={t("secondStep.title")} lede={t("secondStep.ledeElsewhere")}>
          <SecondStepForm step={page.step} next={page.next} />
        </FormPage>
      );
    case "newcomer":
      return (
        <FormPage title={t("elsewhere.title")} lede={t("elsewhere.lede", { place: t("elsewhere.app") })}>
          <ExternalAccountForm {...page.newcomer} next={page.next} />
        </FormPage>
      );
    case "refusal":
      return (
        <FormPage title={signIn("signIn.title")}>
          <Notice tone="danger" isUrgent>
            {say(page.errors.form)}
          </Notice>
          <p>
            <ButtonLink href={signInPath(page.next)}>{t("elsewhere.otherWay")}</ButtonLink>
          </p>
        </FormPage>
      );
    default:
      return null;
  }
}
