import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { ReactedList } from "~/features/topics/components/reacted-list";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath, reactedPath } from "~/features/topics/paths";
import { reactedMeta } from "~/features/topics/reacted-meta";
import { readReactedQuery } from "~/features/topics/reaction-form.server";
import { getReplyReactions, listReacted } from "~/features/topics/reactions.server";
import { getTopic } from "~/features/topics/reading.server";
import { useText } from "~/platform/i18n/use-text";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const replyId = replyIdIn(args);
  const query = readReactedQuery(args.request);
  const { id, number, title, language } = await getTopic(ctx, topicNumberIn(args));
  const reply = await getReplyReactions(ctx, { topicId: id, replyId });
  const page = await listReacted(ctx, { replyId }, query);
  return { topic: { number, title, language }, replyId, reply, page, query, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = reactedMeta;

export default function ReplyReactions() {
  const { topic, replyId, reply, page, query, now } = useLoaderData<typeof loader>();
  const t = useText("reactions");
  const { number, title, language } = topic;
  return (
    <ReactedList
      lede={t.rich("list.toReply", {
        name: reply.authorName,
        title: () => <span lang={langOf(language)}>{title}</span>,
      })}
      {...{ page, query, now }}
      counts={reply.counts}
      imported={reply.imported}
      path={reactedPath(replyActionPath(number, replyId, "reactions"))}
      backTo={replyPath(number, replyId)}
    />
  );
}
