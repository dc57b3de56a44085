import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { ExternalAccountForm } from "~/features/auth/components/external-account-form";
import { KeptText } from "~/features/auth/components/kept-text";
import { SignInForm } from "~/features/auth/components/sign-in-form";
import { makeExternalAccount } from "~/features/auth/external/making-account.server";
import { describeNewcomer, type Newcomer } from "~/features/auth/external/newcomer.server";
import { visitor } from "~/features/auth/identifying.server";
import { ExternalAccountSchema } from "~/features/auth/input";
import { countAction } from "~/features/auth/limiting.server";
import { signInPath } from "~/features/auth/paths";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import { type FormErrors, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

const longestEcho = 300;

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("elsewhere.title"), isIndexed: false }));

/** Reached by a form alone. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(signInPath());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  const carried = carriedBy({ values });
  const newcomer = await describeNewcomer(ctx, (values.token ?? "").slice(0, 100));
  if (!newcomer) return data<Again>({ ...carried, errors: formError("external-over") }, { status: 422 });
  const again = (errors: FormErrors, answer: { status: number; headers?: Record<string, string> }) => {
    const { name = "", email = "" } = values;
    const typed = { name: name.slice(0, longestEcho), email: email.slice(0, longestEcho) };
    return data<Again>({ ...carried, errors, newcomer, values: typed }, answer);
  };

  // Without a field for it, the address the other place has asked at stands in.
  const { email = "" } = newcomer.isEmailVerified && newcomer.email ? newcomer : values;
  const parsed = parseForm(ExternalAccountSchema, { ...values, email: email ?? "" });
  if (!parsed.ok) return again(parsed.errors, { status: 422 });
  const visit = await visitOf(args);
  const { allowedAt } = await countAction(ctx, "signUp", { memberId: null, network: visit.network });
  if (allowedAt) {
    const { error, ...answer } = refusedSignIn({ reason: "sign-up-wait", allowedAt }, ctx.clock.now());
    return again(error, answer);
  }
  const made = await makeExternalAccount(ctx, parsed.value, visit);
  if (!made.ok) return again(made.errors, { status: 422 });
  if (carried.kept) args.context.resume = carried.kept;
  return seeOther(carried.next, signedInHeaders(ctx, visit, made.cookie));
}

interface Again extends Carried {
  errors: FormErrors;
  newcomer?: Newcomer;
  values?: { name: string; email: string };
}

export default function ExternalAccountPage() {
  const sent = useActionData<Again>();
  const t = useText("auth");
  const signIn = useText("members");
  if (!sent) return null;
  const { newcomer, next, kept, errors, values } = sent;
  if (!newcomer)
    return (
      <FormPage title={signIn("signIn.title")}>
        <SignInForm next={next} kept={kept} errors={errors} />
        {kept && <KeptText form={kept} />}
      </FormPage>
    );
  return (
    <FormPage
      title={t("elsewhere.title")}
      lede={t("elsewhere.lede", { place: newcomer.place ?? t("elsewhere.app") })}
    >
      <ExternalAccountForm {...newcomer} next={next} kept={kept} values={values} errors={errors} />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
