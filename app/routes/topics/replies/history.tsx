import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { TextHistory } from "~/features/topics/components/text-history";
import { getReplyHistory } from "~/features/topics/history.server";
import { NumberSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath } from "~/features/topics/paths";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const version = NumberSchema.safeParse(new URL(args.request.url).searchParams.get("version")).data;
  const where = { number: topicNumberIn(args), replyId: replyIdIn(args) };
  return { ...where, history: await getReplyHistory(ctx, { ...where, version }), now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.history", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function ReplyHistoryRoute() {
  const { history, now, number, replyId } = useLoaderData<typeof loader>();
  const t = useText("topics");
  return (
    <Page>
      <Breadcrumb
        items={[{ href: replyPath(number, replyId), label: history.title, lang: langOf(history.language) }]}
      />
      <PageHead title={t("history.ofReply")} />
      <TextHistory
        history={history}
        versionPath={(version) => `${replyActionPath(number, replyId, "history")}?version=${version}`}
        now={now}
      />
    </Page>
  );
}
