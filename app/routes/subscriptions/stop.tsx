import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { changelogPath } from "~/features/changelog/paths";
import { pageMeta } from "~/features/site/page-meta";
import { requireStopLink, stopSubscription } from "~/features/subscriptions/unsubscribing.server";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";

export function headers() {
  return { "Cache-Control": "no-store" };
}

/** Shows what would be stopped and changes nothing: mail programs open every link they find. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  requireStopLink(ctx, args.params.token!);
  return { isDone: new URL(args.request.url).searchParams.has("done") };
}

/** The button of the page, and the one press of a mail program (RFC 8058), which sends no cookie and follows nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const token = args.params.token!;
  const { values } = await readForm(args.request);
  await stopSubscription(ctx, token);
  if (values["List-Unsubscribe"] === "One-Click") return new Response(null, { status: 200 });
  return seeOther(`/subscribe/${encodeURIComponent(token)}/stop?done`);
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "subscriptions")("stop.title"),
    isIndexed: false,
  }));

export default function StopSubscription() {
  const { isDone } = useLoaderData<typeof loader>();
  const t = useText("subscriptions");
  return (
    <FormPage
      title={t("stop.title")}
      lede={isDone ? undefined : t("stop.lede")}
      after={<TextLink href={changelogPath}>{t("back")}</TextLink>}
    >
      {isDone ? (
        <Notice tone="done">{t("stop.done")}</Notice>
      ) : (
        <form method="post">
          <Button kind="primary">{t("stop.button")}</Button>
        </form>
      )}
    </FormPage>
  );
}
