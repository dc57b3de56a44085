import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { KeptText } from "~/features/auth/components/kept-text";
import { PasskeySignUpForm } from "~/features/auth/components/passkey-sign-up-form";
import { RecoveryCodes } from "~/features/auth/components/recovery-codes";
import { deviceNameOf } from "~/features/auth/device";
import { visitor } from "~/features/auth/identifying.server";
import { NamedAccountSchema } from "~/features/auth/input";
import { signUpByPasskey } from "~/features/auth/joining-by-passkey.server";
import { countAction } from "~/features/auth/limiting.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import type { FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

const longestEcho = 300;

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("join.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const next = safePath(new URL(args.request.url).searchParams.get("next"));
  if (!isAnswered(args) && (await visitor(args)).actor) throw seeOther(next);
  return { next };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const form = await readForm(args.request);
  const carried = carriedBy(form);
  if (form.values.begin) return again(carried, { fields: {} }, form.values, 200);

  const parsed = parseForm(NamedAccountSchema, form.values);
  if (!parsed.ok) return again(carried, parsed.errors, form.values, 422);
  const visit = await visitOf(args);
  const { allowedAt } = await countAction(ctx, "signUp", { memberId: null, network: visit.network });
  if (allowedAt) {
    const { error, status, headers } = refusedSignIn({ reason: "sign-up-wait", allowedAt }, ctx.clock.now());
    return again(carried, error, form.values, status, headers);
  }
  const { credential = "" } = form.values;
  const keyName = deviceNameOf(args.request.headers.get("user-agent"));
  const made = await signUpByPasskey(ctx, { ...parsed.value, credential, keyName }, visit);
  if (!made.ok) return again(carried, made.errors, form.values, 422);
  markAnswered(args);
  const headers = signedInHeaders(ctx, visit, made.cookie);
  return data<Joined>({ ...carried, codes: made.codes }, { headers });
}

interface Joined extends Carried {
  codes: string[];
}

interface JoinAgain extends Carried {
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
  return data<JoinAgain>({ ...carried, errors, values }, { status, ...(headers && { headers }) });
}

export default function PasskeySignUpPage() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<JoinAgain | Joined>();
  const t = useText("auth");
  const { name } = useSite();
  const kept = sent?.kept;
  if (sent && "codes" in sent)
    return (
      <FormPage title={t("join.done")} lede={t("join.doneLede")}>
        <RecoveryCodes codes={sent.codes} siteName={name} next={sent.next} kept={kept} />
      </FormPage>
    );
  return (
    <FormPage title={t("join.title")} lede={t("join.lede")}>
      <PasskeySignUpForm next={sent?.next ?? next} kept={kept} values={sent?.values} errors={sent?.errors} />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
