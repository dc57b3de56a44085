import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Carried } from "~/features/auth/carrying.server";
import { ExternalAccountForm } from "~/features/auth/components/external-account-form";
import { KeptText } from "~/features/auth/components/kept-text";
import { SecondStepForm } from "~/features/auth/components/second-step-form";
import { SignInForm } from "~/features/auth/components/sign-in-form";
import { describeNewcomer, type Newcomer } from "~/features/auth/external/newcomer.server";
import { visitor } from "~/features/auth/identifying.server";
import { keepAccountPath, provePath } from "~/features/auth/paths";
import { browserOf } from "~/features/auth/provider/errands.server";
import { returnFromProvider } from "~/features/auth/provider/returning.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { type FormErrors } from "~/platform/http/form-errors";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export { dataHeaders as headers } from "~/platform/http/data-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("signIn.title"), isIndexed: false }));

/**
 * Where the provider sends people back to. A GET that signs in, as the protocol has it: it counts only for the browser
 * that set out, once.
 */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const search = new URL(args.request.url).searchParams;
  const visit = await visitOf(args);
  const returned = await returnFromProvider(ctx, { search, browser: browserOf(ctx, args.request) }, visit);
  if (!returned.ok) {
    const { error: errors, ...answer } = refusedSignIn(returned, ctx.clock.now());
    const carried = returned.carried ?? { next: "/", kept: null };
    const back =
      returned.kind === "link"
        ? `${securitySettingsPath}#elsewhere`
        : returned.kind === "prove"
          ? provePath(carried.next)
          : null;
    return data<Page>({ ...carried, show: "refusal", errors, back }, answer);
  }
  if (returned.kind === "link") throw seeOther(`${securitySettingsPath}?elsewhere=linked#elsewhere`);
  const { carried } = returned;
  if ("step" in returned) return data<Page>({ ...carried, show: "step", step: returned.step });
  if ("token" in returned) {
    const newcomer = await describeNewcomer(ctx, returned.token);
    return data<Page>({ ...carried, show: "newcomer", newcomer: newcomer! });
  }
  if ("keep" in returned) throw seeOther(keepAccountPath(returned.keep));
  if (carried.kept) args.context.resume = carried.kept;
  throw seeOther(carried.next, signedInHeaders(ctx, visit, returned.cookie));
}

type Page = Carried &
  (
    | { show: "refusal"; errors: FormErrors; back: string | null }
    | { show: "step"; step: string }
    | { show: "newcomer"; newcomer: Newcomer }
  );

export default function ProviderCallbackPage() {
  const page = useLoaderData<Page>();
  const t = useText("auth");
  const signIn = useText("members");
  const say = useErrorText();
  const { next, kept } = page;
  const text = kept && <KeptText form={kept} />;
  switch (page.show) {
    case "step":
      return (
        <FormPage title={t("secondStep.title")} lede={t("secondStep.ledeElsewhere")}>
          <SecondStepForm step={page.step} next={next} kept={kept} />
          {text}
        </FormPage>
      );
    case "newcomer":
      return (
        <FormPage
          title={t("elsewhere.title")}
          lede={t("elsewhere.lede", { place: page.newcomer.place ?? t("elsewhere.app") })}
        >
          <ExternalAccountForm {...page.newcomer} next={next} kept={kept} />
          {text}
        </FormPage>
      );
    case "refusal":
      return (
        <FormPage title={signIn("signIn.title")}>
          {page.back ? (
            <>
              <Notice tone="danger" isUrgent>
                {say(page.errors.form)}
              </Notice>
              <p>
                <ButtonLink kind="primary" href={page.back}>
                  {t("provider.back")}
                </ButtonLink>
              </p>
            </>
          ) : (
            <SignInForm next={next} kept={kept} errors={page.errors} />
          )}
          {text}
        </FormPage>
      );
  }
}
