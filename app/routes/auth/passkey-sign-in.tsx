import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { KeptText } from "~/features/auth/components/kept-text";
import { SignInForm } from "~/features/auth/components/sign-in-form";
import { visitor } from "~/features/auth/identifying.server";
import { signInByPasskey } from "~/features/auth/passkeys.server";
import { keepAccountPath, signInPath } from "~/features/auth/paths";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import type { FormErrors } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("signIn.title"), isIndexed: false }));

/** Reached by a form alone. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(signInPath());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await visitor(args);
  const form = await readForm(args.request);
  const carried = carriedBy(form);
  const visit = await visitOf(args);
  const outcome = await signInByPasskey(ctx, form.values.credential ?? "", visit);
  if (!outcome.ok) {
    const { error: errors, status } = refusedSignIn(outcome, ctx.clock.now());
    return data<Again>({ ...carried, errors }, { status });
  }
  if ("keep" in outcome) return seeOther(keepAccountPath(outcome.keep));
  if (carried.kept) args.context.resume = carried.kept;
  return seeOther(carried.next, signedInHeaders(ctx, visit, outcome.cookie));
}

interface Again extends Carried {
  errors: FormErrors;
}

export default function PasskeySignInPage() {
  const sent = useActionData<Again>();
  const t = useText("members");
  if (!sent) return null;
  return (
    <FormPage title={t("signIn.title")}>
      <SignInForm next={sent.next} kept={sent.kept} errors={sent.errors} />
      {sent.kept && <KeptText form={sent.kept} />}
    </FormPage>
  );
}
