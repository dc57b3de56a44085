import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { KeptText } from "~/features/auth/components/kept-text";
import { SecondStepForm } from "~/features/auth/components/second-step-form";
import { visitor } from "~/features/auth/identifying.server";
import { SecondStepSchema } from "~/features/auth/input";
import { keepAccountPath, signInPath } from "~/features/auth/paths";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { finishSecondStep } from "~/features/auth/second-step.server";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import type { FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("secondStep.title"), isIndexed: false }));

/** Reached by a form alone: whoever comes by address begins with the password. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(signInPath());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await visitor(args);
  const form = await readForm(args.request);
  const carried = carriedBy(form);
  const parsed = parseForm(SecondStepSchema, form.values);
  if (!parsed.ok) throw seeOther(signInPath(carried.next));
  const visit = await visitOf(args);
  const outcome = await finishSecondStep(ctx, parsed.value, visit);
  if (!outcome.ok) {
    const { error: errors, ...answer } = refusedSignIn(outcome, ctx.clock.now());
    return data<SecondStepAgain>({ ...carried, errors, step: parsed.value.step }, answer);
  }
  if ("keep" in outcome) return seeOther(keepAccountPath(outcome.keep));
  if (carried.kept) args.context.resume = carried.kept;
  return seeOther(carried.next, signedInHeaders(ctx, visit, outcome.cookie));
}

interface SecondStepAgain extends Carried {
  errors: FormErrors;
  step: string;
}

export default function SecondStepPage() {
  const sent = useActionData<SecondStepAgain>();
  const t = useText("auth");
  if (!sent) return null;
  return (
    <FormPage title={t("secondStep.title")} lede={t("secondStep.lede")}>
      <SecondStepForm step={sent.step} next={sent.next} kept={sent.kept} errors={sent.errors} />
      {sent.kept && <KeptText form={sent.kept} />}
    </FormPage>
  );
}
