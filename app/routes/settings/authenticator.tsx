import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renderSVG } from "uqr";
import { AuthenticatorSetup } from "~/features/auth/components/authenticator-setup";
import { RecoveryCodes } from "~/features/auth/components/recovery-codes";
import { endResting } from "~/features/auth/identifying.server";
import { authenticatorPath } from "~/features/auth/paths";
import { requireProof } from "~/features/auth/proving.server";
import {
  beginAuthenticator,
  confirmAuthenticator,
  findSetup,
  removeAuthenticator,
} from "~/features/auth/second-factors.server";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { BadRequest } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormErrors } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("app.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const setup = await findSetup(await requireProof(args));
  return { setup: setup && { ...setup, picture: renderSVG(setup.uri, { border: 2 }) } };
}

/** POST begins with a new secret, PUT proves that the app has it, DELETE takes the app away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const { method, values } = await readForm(args.request);
  const visit = await visitOf(args);
  switch (method) {
    case "POST":
      await beginAuthenticator(ctx);
      return seeOther(authenticatorPath);
    case "PUT": {
      const made = await confirmAuthenticator(ctx, values.code ?? "", visit);
      if (!made) return data<Said>({ errors: fieldError("code", "code-wrong") }, { status: 422 });
      await endResting(args);
      return data<Said>({ codes: made.codes }, { headers: signedInHeaders(ctx, visit, made.cookie) });
    }
    case "DELETE": {
      const cookie = await removeAuthenticator(ctx, visit);
      return seeOther(`${securitySettingsPath}?app-off`, signedInHeaders(ctx, visit, cookie));
    }
    default:
      throw new BadRequest("method-unknown");
  }
}

interface Said {
  codes?: string[];
  errors?: FormErrors;
}

export default function AuthenticatorPage() {
  const { setup } = useLoaderData<typeof loader>();
  const sent = useActionData<Said>();
  const t = useText("auth");
  const { name } = useSite();
  if (sent?.codes)
    return (
      <FormPage title={t("app.done")} lede={t("app.doneLede")}>
        <RecoveryCodes codes={sent.codes} siteName={name} />
      </FormPage>
    );
  return (
    <FormPage title={t("app.title")} lede={t("app.lede")}>
      <AuthenticatorSetup setup={setup} errors={sent?.errors} />
    </FormPage>
  );
}
