import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { KeptText } from "~/features/auth/components/kept-text";
import { SecondStepForm } from "~/features/auth/components/second-step-form";
import { SignInForm } from "~/features/auth/components/sign-in-form";
import { visitor } from "~/features/auth/identifying.server";
import { SignInSchema } from "~/features/auth/input";
import { keepAccountPath } from "~/features/auth/paths";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { signIn } from "~/features/auth/signing-in.server";
import { pageMeta } from "~/features/site/page-meta";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { formError, type FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Notice } from "~/ui/primitives/notice";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("signIn.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams;
  const next = safePath(asked.get("next"));
  if ((await visitor(args)).actor) throw seeOther(next);
  return { next, isReset: asked.has("reset"), isKept: asked.has("kept") };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const form = await readForm(args.request);
  const carried = carriedBy(form);
  if (form.values.begin) return again(carried, { fields: {} }, "", 200);

  const parsed = parseForm(SignInSchema, form.values);
  if (!parsed.ok) return again(carried, formError("credentials"), "", 422);
  const visit = await visitOf(args);
  const outcome = await signIn(ctx, parsed.value, visit);
  if (!outcome.ok) {
    const { error, status, headers } = refusedSignIn(outcome, ctx.clock.now());
    return again(carried, error, parsed.value.identifier, status, headers);
  }
  if ("step" in outcome) return data<SecondStep>({ ...carried, step: outcome.step });
  if ("keep" in outcome) return seeOther(keepAccountPath(outcome.keep));
  if (carried.kept) args.context.resume = carried.kept;
  return seeOther(carried.next, signedInHeaders(ctx, visit, outcome.cookie));
}

interface SecondStep extends Carried {
  step: string;
}

interface SignInAgain extends Carried {
  errors: FormErrors;
  identifier: string;
}

function again(
  carried: Carried,
  errors: FormErrors,
  identifier: string,
  status: number,
  headers?: Record<string, string>,
) {
  return data<SignInAgain>({ ...carried, errors, identifier }, { status, ...(headers && { headers }) });
}

export default function SignInPage() {
  const { next, isReset, isKept } = useLoaderData<typeof loader>();
  const sent = useActionData<SignInAgain | SecondStep>();
  const t = useText("members");
  const auth = useText("auth");
  const kept = sent?.kept;
  if (sent && "step" in sent)
    return (
      <FormPage title={auth("secondStep.title")} lede={auth("secondStep.lede")}>
        <SecondStepForm {...sent} />
      </FormPage>
    );
  return (
    <FormPage title={t("signIn.title")} lede={kept ? t("signIn.again.kept") : undefined}>
      {isReset && !sent && <Notice tone="done">{auth("reset.done")}</Notice>}
      {isKept && !sent && <Notice tone="done">{auth("keep.done")}</Notice>}
      <SignInForm next={sent?.next ?? next} kept={kept} identifier={sent?.identifier} errors={sent?.errors} />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
