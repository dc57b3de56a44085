import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { changelogPath } from "~/features/changelog/paths";
import { pageMeta } from "~/features/site/page-meta";
import { confirmSubscriptionPath, subscribePath } from "~/features/subscriptions/paths";
import { confirmSubscription, isConfirmable } from "~/features/subscriptions/subscribing.server";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { TextLink } from "~/ui/primitives/text-link";

export function headers() {
  return { "Cache-Control": "no-store" };
}

interface Shown {
  state: "waiting" | "done" | "dead";
}

/** Changes nothing: mail programs open every link they find. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  if (new URL(args.request.url).searchParams.has("done")) return data<Shown>({ state: "done" });
  if (await isConfirmable(ctx, args.params.token!)) return data<Shown>({ state: "waiting" });
  return data<Shown>({ state: "dead" }, { status: 404 });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const token = args.params.token!;
  const isDone = await confirmSubscription(ctx, token);
  // The token is used up by now, so its address tells nothing more.
  return seeOther(confirmSubscriptionPath(token) + (isDone ? "?done" : ""));
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "subscriptions")("title"), isIndexed: false }));

export default function ConfirmSubscription() {
  const { state } = useLoaderData<typeof loader>();
  const t = useText("subscriptions");
  const back = <TextLink href={changelogPath}>{t("back")}</TextLink>;
  switch (state) {
    case "waiting":
      return (
        <FormPage title={t("title")} lede={t("confirm.lede")} after={back}>
          <form method="post">
            <Button kind="primary">{t("confirm.button")}</Button>
          </form>
        </FormPage>
      );
    case "done":
      return (
        <FormPage title={t("title")} after={back}>
          <Notice tone="done">{t("confirm.done")}</Notice>
        </FormPage>
      );
    case "dead":
      return (
        <FormPage title={t("title")} lede={t("confirm.dead")} after={back}>
          <ButtonLink href={subscribePath}>{t("confirm.again")}</ButtonLink>
        </FormPage>
      );
  }
}
