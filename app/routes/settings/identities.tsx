import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { GoingElsewhere } from "~/features/auth/components/going-elsewhere";
import { linkApp } from "~/features/auth/external/signing-in-by-app.server";
import { browserOf } from "~/features/auth/provider/errands.server";
import { goToProvider } from "~/features/auth/provider/going.server";
import { requireProof } from "~/features/auth/proving.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import type { FormErrors } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { goingPage, type GoingPage } from "../auth/going-page.server";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("identities.title"), isIndexed: false }));

const back = `${securitySettingsPath}#elsewhere`;

/** Reached by a form alone. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(back);
  return null;
}

/** Connects an account elsewhere with the own one: the provider's, or with a token of its the product's app. */
export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await requireProof(args);
  const { values } = await readForm(args.request);
  if (values.token) {
    const linked = await linkApp(ctx, values.token);
    if (linked.ok) return seeOther(`${securitySettingsPath}?elsewhere=linked#elsewhere`);
    const { error, ...answer } = refusedSignIn(linked, ctx.clock.now());
    return data<Refusal>({ errors: error }, answer);
  }
  const carried = { next: back, kept: null };
  const browser = browserOf(ctx, args.request);
  const going = await goToProvider(ctx, { kind: "link", carried, browser }, await visitOf(args));
  if (going.ok) return goingPage(going);
  const { error, ...answer } = refusedSignIn(going, ctx.clock.now());
  return data<Refusal>({ errors: error }, answer);
}

interface Refusal {
  errors: FormErrors;
}

export default function IdentitiesPage() {
  const sent = useActionData<Refusal | GoingPage>();
  const t = useText("auth");
  const say = useErrorText();
  if (!sent) return null;
  if ("to" in sent) return <GoingElsewhere {...sent} />;
  return (
    <FormPage title={t("identities.title")}>
      <Notice tone="danger" isUrgent>
        {say(sent.errors.form)}
      </Notice>
      <p>
        <ButtonLink kind="primary" href={back}>
          {t("provider.back")}
        </ButtonLink>
      </p>
    </FormPage>
  );
}
