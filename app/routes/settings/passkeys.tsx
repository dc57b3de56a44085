import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { RecoveryCodes } from "~/features/auth/components/recovery-codes";
import { endResting } from "~/features/auth/identifying.server";
import { addPasskey } from "~/features/auth/passkeys.server";
import { requireProof } from "~/features/auth/proving.server";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("passkey.title"), isIndexed: false }));

/** Reached by a form alone. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(securitySettingsPath);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await requireProof(args);
  const { values } = await readForm(args.request);
  const visit = await visitOf(args);
  const { credential = "", name = "" } = values;
  const added = await addPasskey(ctx, { credential, name }, visit);
  if (!added) return seeOther(`${securitySettingsPath}?passkey=refused#passkeys`);
  const headers = signedInHeaders(ctx, visit, added.cookie);
  if (!added.codes) return seeOther(`${securitySettingsPath}?passkey=added#passkeys`, headers);
  await endResting(args);
  return data({ codes: added.codes }, { headers });
}

export default function PasskeyAddedPage() {
  const made = useActionData<{ codes: string[] }>();
  const t = useText("auth");
  const { name } = useSite();
  if (!made) return null;
  return (
    <FormPage title={t("passkey.added")} lede={t("app.doneLede")}>
      <RecoveryCodes codes={made.codes} siteName={name} />
    </FormPage>
  );
}
