import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAttachments } from "~/features/attachments/reading.server";
import { visitor } from "~/features/auth/identifying.server";
import { OfficialMark } from "~/features/official/components/official-mark";
import { pageMeta } from "~/features/site/page-meta";
import type { ReplyThread } from "~/features/topics/components/reply-thread";
import { ReplyTree } from "~/features/topics/components/reply-tree";
import { NumberSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { branchPath, composePath, quotePath, topicPath } from "~/features/topics/paths";
import { noteRead } from "~/features/topics/noting-read.server";
import { newsOf } from "~/features/topics/read-position";
import { listBranch } from "~/features/topics/reading-branch.server";
import { getTopic } from "~/features/topics/reading.server";
import { flatTrees } from "~/features/topics/reply-tree";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { Pager } from "~/ui/primitives/pager";
import { TextLink } from "~/ui/primitives/text-link";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { picturesByReply } from "~/features/topics/pictures-by-reply";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const replyId = replyIdIn(args);
  const from = NumberSchema.safeParse(new URL(args.request.url).searchParams.get("from")).data;
  const topic = await getTopic(ctx, topicNumberIn(args));
  const { trees, next } = await listBranch(ctx, topic, { replyId, from });
  const shown = flatTrees(trees);
  const replyIds = shown.flatMap(({ id, attachmentCount }) => (attachmentCount > 0 ? [id] : []));
  const pictures = await listAttachments(ctx, { replyIds });
  await noteRead(
    ctx,
    topic,
    shown.map(({ id }) => id),
  );
  const now = ctx.clock.now();
  const news = topic.mine && newsOf(topic.mine.reading, now);
  return { ...{ topic, trees, next, replyId, from, pictures, news }, actor: ctx.actor, now };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.branch", { title: args.data?.topic.title ?? "" }),
    isIndexed: false,
  }));

export default function BranchRoute() {
  const { topic, trees, next, replyId, from, pictures, news, actor, now } = useLoaderData<typeof loader>();
  const t = useText("topics");
  const { number, title } = topic;
  const thread: ReplyThread = {
    ...{ topic, actor, now, ownMarks: topic.mine && topic.mine.marks },
    onPage: new Set(flatTrees(trees).map(({ id }) => id)),
    pictures: picturesByReply(pictures),
    freshIds: news?.ids,
    replyToPath: (id) => composePath(topic, id),
    quotePath: actor && ((id) => quotePath(topic, id)),
    marksOf: ({ id, isOfficial }) => isOfficial && <OfficialMark replyId={id} />,
  };
  return (
    <Page>
      <div className="measure">
        <Breadcrumb items={[{ href: topicPath(topic), label: title, lang: langOf(topic.language) }]} />
        <PageHead
          title={t("branch.title")}
          lede={
            <>
              {t("branch.lede")} <TextLink href={topicPath(topic)}>{t("branch.whole")}</TextLink>
            </>
          }
        />
        <section className="thread" aria-label={t("branch.title")}>
          <ReplyTree nodes={trees} thread={thread} />
        </section>
        <Pager
          newer={
            from === undefined ? null : { href: branchPath(number, replyId), label: t("branch.fromStart") }
          }
          older={next === null ? null : { href: branchPath(number, replyId, next), label: t("thread.later") }}
        />
      </div>
    </Page>
  );
}
