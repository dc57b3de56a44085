import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findReturn, keepAccount } from "~/features/auth/closing-account.server";
import { visitor } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Time } from "~/ui/primitives/time";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "auth")("keep.title"), isIndexed: false }));

/** Only asks: mail programs open links by themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const found = await findReturn(ctx, args.params.token ?? "");
  if (!found) throw new NotFound("link-used-up");
  return { ...found, now: ctx.clock.now() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const outcome = await keepAccount(ctx, args.params.token ?? "");
  if (!outcome.ok) throw new NotFound(outcome.reason);
  return seeOther("/sign-in?kept");
}

export default function KeepAccountPage() {
  const { dueAt, now } = useLoaderData<typeof loader>();
  const t = useText("auth");
  return (
    <FormPage
      title={t("keep.title")}
      lede={t.rich("keep.lede", { at: () => <Time at={dueAt} now={now} form="full" /> })}
    >
      <form method="post" className="cluster">
        <Button kind="primary" type="submit">
          {t("keep.submit")}
        </Button>
        <ButtonLink kind="ghost" href="/">
          {t("keep.leave")}
        </ButtonLink>
      </form>
    </FormPage>
  );
}
