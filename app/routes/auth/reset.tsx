import { data, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { ResetSchema } from "~/features/auth/input";
import { resetPath } from "~/features/auth/paths";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { askForReset } from "~/features/auth/resetting-password.server";
import { visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import type { FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Notice } from "~/ui/primitives/notice";
import { TextInput } from "~/ui/primitives/text-input";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("reset.title"), isIndexed: false }));

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(ResetSchema, values);
  const email = (values.email ?? "").slice(0, 300);
  if (!parsed.ok) return data<Said>({ errors: parsed.errors, email }, { status: 422 });
  const { network } = await visitOf(args);
  const { allowedAt } = await askForReset(ctx, parsed.value.email, network);
  if (!allowedAt) return data<Said>({ isSent: true, email });
  const { error: errors, ...answer } = refusedSignIn({ reason: "sign-in-wait", allowedAt }, ctx.clock.now());
  return data<Said>({ errors, email }, answer);
}

interface Said {
  isSent?: boolean;
  email: string;
  errors?: FormErrors;
}

export default function ResetPage() {
  const sent = useActionData<Said>();
  const t = useText("auth");
  const signUp = useText("members");
  const say = useErrorText();
  if (sent?.isSent)
    return (
      <FormPage title={t("reset.title")}>
        <Notice tone="done" icon="mail">
          {t("reset.sent", { email: sent.email })}
        </Notice>
      </FormPage>
    );
  return (
    <FormPage title={t("reset.title")} lede={t("reset.lede")}>
      <form method="post" action={resetPath()}>
        <FormErrorSummary errors={[]} message={say(sent?.errors?.form)} />
        <Field id="email" label={signUp("signUp.email")} error={say(sent?.errors?.fields.email)}>
          {(control) => (
            <TextInput
              {...control}
              name="email"
              type="email"
              defaultValue={sent?.email}
              autoComplete="email"
              required
            />
          )}
        </Field>
        <Button kind="primary" type="submit">
          {t("reset.submit")}
        </Button>
      </form>
    </FormPage>
  );
}
