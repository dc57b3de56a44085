import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { KeptText } from "~/features/auth/components/kept-text";
import { SignUpForm } from "~/features/auth/components/sign-up-form";
import { visitor } from "~/features/auth/identifying.server";
import { AccountSchema } from "~/features/auth/input";
import { countAction } from "~/features/auth/limiting.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { signUp } from "~/features/auth/signing-up.server";
import { pageMeta } from "~/features/site/page-meta";
import { safePath, seeOther } from "~/platform/http/answer.server";
import type { FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

const longestEcho = 300;

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("signUp.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const next = safePath(new URL(args.request.url).searchParams.get("next"));
  if ((await visitor(args)).actor) throw seeOther(next);
  return { next };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const form = await readForm(args.request);
  const carried = carriedBy(form);
  if (form.values.begin) return again(carried, { fields: {} }, form.values, 200);

  const parsed = parseForm(AccountSchema, form.values);
  if (!parsed.ok) return again(carried, parsed.errors, form.values, 422);
  const visit = await visitOf(args);
  const { allowedAt } = await countAction(ctx, "signUp", { memberId: null, network: visit.network });
  if (allowedAt) {
    const { error, status, headers } = refusedSignIn({ reason: "sign-up-wait", allowedAt }, ctx.clock.now());
    return again(carried, error, form.values, status, headers);
  }
  const made = await signUp(ctx, parsed.value, visit);
  if (!made.ok) return again(carried, made.errors, form.values, 422);
  if (carried.kept) args.context.resume = carried.kept;
  return seeOther(carried.next, signedInHeaders(ctx, visit, made.cookie));
}

interface SignUpAgain extends Carried {
  errors: FormErrors;
  values: { name: string; email: string };
}

function again(
  carried: Carried,
  errors: FormErrors,
  { name = "", email = "" }: Partial<Record<string, string>>,
  status: number,
  headers?: Record<string, string>,
) {
  const values = { name: name.slice(0, longestEcho), email: email.slice(0, longestEcho) };
  return data<SignUpAgain>({ ...carried, errors, values }, { status, ...(headers && { headers }) });
}

export default function SignUpPage() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<SignUpAgain>();
  const t = useText("members");
  const kept = sent?.kept;
  return (
    <FormPage title={t("signUp.title")} lede={t("signUp.lede")}>
      <SignUpForm next={sent?.next ?? next} kept={kept} values={sent?.values} errors={sent?.errors} />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
