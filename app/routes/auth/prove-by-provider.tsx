import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { type Carried, carriedBy } from "~/features/auth/carrying.server";
import { GoingElsewhere } from "~/features/auth/components/going-elsewhere";
import { KeptText } from "~/features/auth/components/kept-text";
import { ProveForm } from "~/features/auth/components/prove-form";
import { requireMember } from "~/features/auth/identifying.server";
import { provePath } from "~/features/auth/paths";
import { browserOf } from "~/features/auth/provider/errands.server";
import { goToProvider } from "~/features/auth/provider/going.server";
import { type WaysToProve, waysToProve } from "~/features/auth/proving.server";
import { refusedSignIn } from "~/features/auth/refused-sign-in";
import { visitOf } from "~/features/auth/sessions.server";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { isAnswered, markAnswered } from "~/platform/http/answered";
import type { FormErrors } from "~/platform/http/form-errors";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { goingPage, type GoingPage } from "./going-page.server";

export { actionHeaders as headers } from "~/platform/http/action-headers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("prove.title"), isIndexed: false }));

/** Reached by a form alone. */
export function loader(args: LoaderFunctionArgs) {
  if (!isAnswered(args)) throw seeOther(provePath());
  return null;
}

export async function action(args: ActionFunctionArgs) {
  markAnswered(args);
  const ctx = await requireMember(args);
  const carried = carriedBy(await readForm(args.request));
  const going = await goToProvider(
    ctx,
    { kind: "prove", carried, browser: browserOf(ctx, args.request) },
    await visitOf(args),
  );
  if (going.ok) return goingPage(going);
  const { error: errors, ...answer } = refusedSignIn(going, ctx.clock.now());
  return data<Again>({ ...carried, errors, ways: await waysToProve(ctx) }, answer);
}

interface Again extends Carried {
  errors: FormErrors;
  ways: WaysToProve;
}

export default function ProveByProviderPage() {
  const sent = useActionData<Again | GoingPage>();
  const t = useText("auth");
  if (!sent) return null;
  if ("to" in sent) return <GoingElsewhere {...sent} />;
  return (
    <FormPage title={t("prove.title")} lede={t(sent.kept ? "prove.kept" : "prove.lede")}>
      <ProveForm {...sent.ways} next={sent.next} kept={sent.kept} errors={sent.errors} />
      {sent.kept && <KeptText form={sent.kept} />}
    </FormPage>
  );
}
