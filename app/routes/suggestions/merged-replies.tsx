import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAttachments } from "~/features/attachments/reading.server";
import { visitor } from "~/features/auth/identifying.server";
import { OfficialMark } from "~/features/official/components/official-mark";
import { pageMeta } from "~/features/site/page-meta";
import { MergedReplies } from "~/features/suggestions/components/merged-replies";
import { listMergedReplies } from "~/features/suggestions/merged-replies.server";
import { mergedRepliesPath } from "~/features/suggestions/paths";
import { topicNumberIn } from "~/features/topics/addressed";
import { NumberSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { flatTrees } from "~/features/topics/reply-tree";
import { NotFound } from "~/platform/errors";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { Pager } from "~/ui/primitives/pager";

const repliesPerPage = 40;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const from = NumberSchema.safeParse(new URL(args.request.url).searchParams.get("from")).data;
  const topic = await getTopic(ctx, topicNumberIn(args));
  if (topic.mergedHere.length === 0) throw new NotFound("topic");
  const { threads, next } = await listMergedReplies(ctx, {
    survivorId: topic.id,
    from,
    limit: repliesPerPage,
  });
  const replyIds = threads
    .flatMap(({ trees }) => flatTrees(trees))
    .flatMap(({ id, attachmentCount }) => (attachmentCount > 0 ? [id] : []));
  const pictures = await listAttachments(ctx, { replyIds });
  return { topic, threads, next, from, pictures, actor: ctx.actor, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "suggestions")("merge.repliesPageTitle", {
      title: args.data?.topic.title ?? "",
    }),
    isIndexed: false,
  }));

export default function MergedRepliesRoute() {
  const { topic, threads, next, from, pictures, actor, now } = useLoaderData<typeof loader>();
  const t = useText("suggestions");
  return (
    <Page>
      <div className="measure">
        <Breadcrumb items={[{ href: topicPath(topic), label: topic.title, lang: langOf(topic.language) }]} />
        <PageHead title={t("merge.repliesTitle")} lede={t("merge.repliesLede")} />
        <section className="thread" aria-label={t("merge.repliesTitle")}>
          <h2 className="sr-only">{t("merge.repliesAll")}</h2>
          <MergedReplies
            {...{ threads, pictures, actor, now }}
            marksOf={({ id, isOfficial }) => isOfficial && <OfficialMark replyId={id} />}
          />
        </section>
        <Pager
          newer={
            from === undefined ? null : { href: mergedRepliesPath(topic), label: t("merge.repliesFromStart") }
          }
          older={
            next === null ? null : { href: mergedRepliesPath(topic, next), label: t("merge.repliesMore") }
          }
        />
      </div>
    </Page>
  );
}
