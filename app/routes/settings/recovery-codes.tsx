import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { RecoveryCodes } from "~/features/auth/components/recovery-codes";
import { waysToProve, requireProof } from "~/features/auth/proving.server";
import { renewRecoveryCodes } from "~/features/auth/second-factors.server";
import { securitySettingsPath } from "~/features/members/paths";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("codes.title"), isIndexed: false }));

/** Shown right after they were made and never again. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(securitySettingsPath);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await requireProof(args);
  if (!(await waysToProve(ctx)).hasSecondStep) throw new NotFound("second-factor");
  return { codes: await renewRecoveryCodes(ctx) };
}

export default function RecoveryCodesPage() {
  const made = useActionData<{ codes: string[] }>();
  const t = useText("auth");
  const { name } = useSite();
  if (!made) return null;
  return (
    <FormPage title={t("codes.new")}>
      <RecoveryCodes codes={made.codes} siteName={name} />
    </FormPage>
  );
}
