import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { notificationSettingsPath } from "~/features/notifications/paths";
import { getStoppable, type Stoppable, unsubscribe } from "~/features/notifications/unsubscribing.server";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "notifications")("stopping.title"),
    isIndexed: false,
  }));

export function headers() {
  return { "Cache-Control": "no-store" };
}

/** Shows what would be stopped and changes nothing: mail programs open every link they find. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const stoppable = await getStoppable(ctx, args.params.token!);
  return { stoppable, isDone: new URL(args.request.url).searchParams.has("done") };
}

/** The button of the page, and the one press of a mail program (RFC 8058), which sends no cookie and follows nothing. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const token = args.params.token!;
  const { values } = await readForm(args.request);
  await unsubscribe(ctx, token);
  if (values["List-Unsubscribe"] === "One-Click") return new Response(null, { status: 200 });
  return seeOther(`/unsubscribe/${encodeURIComponent(token)}?done`);
}

export default function Unsubscribe() {
  const { stoppable, isDone } = useLoaderData<typeof loader>();
  const t = useText("notifications");
  return (
    <Page>
      <PageHead title={t("stopping.title")} lede={wordsOf(t, stoppable)} />
      {isDone ? (
        <Notice tone="done">{t("stopping.done")}</Notice>
      ) : (
        <form method="post">
          <Button kind="primary" type="submit">
            {t("stopping.confirm")}
          </Button>
        </form>
      )}
      <p className="mt-4">
        <ButtonLink kind="ghost" href={notificationSettingsPath}>
          {t("stopping.settings")}
        </ButtonLink>
      </p>
    </Page>
  );
}

function wordsOf(t: ReturnType<typeof useText<"notifications">>, stoppable: Stoppable): string {
  switch (stoppable.what) {
    case "topic":
      return t("stopping.topic", { number: String(stoppable.number) });
    case "type":
      return t("stopping.type", { type: t(`type.${stoppable.type}`) });
    default:
      return t(`stopping.${stoppable.what}`);
  }
}
