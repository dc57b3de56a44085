import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { KeptText } from "~/features/auth/components/kept-text";
import { ProveForm } from "~/features/auth/components/prove-form";
import { requireMember } from "~/features/auth/identifying.server";
import { ProofSchema } from "~/features/auth/input";
import { proveByPassword, waysToProve } from "~/features/auth/proving.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { formError, type FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("prove.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const next = safePath(new URL(args.request.url).searchParams.get("next"));
  return { next, ways: await waysToProve(ctx) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const form = await readForm(args.request);
  const carried = carriedBy(form);
  const parsed = parseForm(ProofSchema, form.values);
  if (!parsed.ok) return again(carried, formError("proof-wrong"), { status: 422 });
  const visit = await visitOf(args);
  const outcome = await proveByPassword(ctx, parsed.value, visit);
  if (!outcome.ok) {
    const { error, ...answer } = refusedSignIn(outcome, ctx.clock.now());
    return again(carried, error, answer);
  }
  if (carried.kept) args.context.resume = carried.kept;
  return seeOther(carried.next, signedInHeaders(ctx, visit, outcome.cookie));
}

interface ProofAgain extends Carried {
  errors: FormErrors;
}

function again(
  carried: Carried,
  errors: FormErrors,
  answer: { status: number; headers?: Record<string, string> },
) {
  return data<ProofAgain>({ ...carried, errors }, answer);
}

export default function ProvePage() {
  const { next, ways } = useLoaderData<typeof loader>();
  const sent = useActionData<ProofAgain>();
  const t = useText("auth");
  const kept = sent?.kept;
  return (
    <FormPage title={t("prove.title")} lede={t(kept ? "prove.kept" : "prove.lede")}>
      <ProveForm {...ways} next={sent?.next ?? next} kept={kept} errors={sent?.errors} />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
