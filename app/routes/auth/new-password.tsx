import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { NewPasswordField } from "~/features/auth/components/new-password-field";
import { visitor } from "~/features/auth/identifying.server";
import { NewPasswordSchema } from "~/features/auth/input";
import { signInPath } from "~/features/auth/paths";
import { isResetLink, resetPassword } from "~/features/auth/resetting-password.server";
import { visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import type { FormErrors } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("newPassword.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  if (!(await isResetLink(await visitor(args), args.params.token!))) throw new NotFound("link-used-up");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(NewPasswordSchema, values);
  if (!parsed.ok) return data({ errors: parsed.errors }, { status: 422 });
  const input = { token: args.params.token!, password: parsed.value.password };
  const { network } = await visitOf(args);
  const made = await resetPassword(ctx, input, network);
  if (made.ok) return seeOther(`${signInPath()}?reset`);
  if (made.errors.form?.id === "link-used-up") throw new NotFound("link-used-up");
  return data({ errors: made.errors }, { status: 422 });
}

export default function NewPasswordPage() {
  const sent = useActionData<{ errors: FormErrors }>();
  const t = useText("auth");
  const summary = useErrorSummary(sent?.errors, { password: "password" });
  return (
    <FormPage title={t("newPassword.title")} lede={t("newPassword.lede")}>
      <form method="post">
        <FormErrorSummary {...summary} />
        <NewPasswordField name="password" errors={sent?.errors} />
        <Button kind="primary" type="submit">
          {t("newPassword.submit")}
        </Button>
      </form>
    </FormPage>
  );
}
