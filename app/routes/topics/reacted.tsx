import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { ReactedList } from "~/features/topics/components/reacted-list";
import { langOf } from "~/features/topics/language";
import { topicActionPath, topicPath, reactedPath } from "~/features/topics/paths";
import { readReactedQuery } from "~/features/topics/reaction-form.server";
import { listReacted } from "~/features/topics/reactions.server";
import { reactedMeta } from "~/features/topics/reacted-meta";
import { getTopic } from "~/features/topics/reading.server";
import { useText } from "~/platform/i18n/use-text";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const query = readReactedQuery(args.request);
  const { id, number, slug, title, language, reactions } = await getTopic(ctx, topicNumberIn(args));
  const page = await listReacted(ctx, { topicId: id }, query);
  return { topic: { number, slug, title, language }, counts: reactions, page, query, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = reactedMeta;

export default function TopicReactions() {
  const { topic, ...list } = useLoaderData<typeof loader>();
  const t = useText("reactions");
  return (
    <ReactedList
      {...list}
      lede={t.rich("list.toTopic", { title: () => <span lang={langOf(topic.language)}>{topic.title}</span> })}
      path={reactedPath(topicActionPath(topic.number, "reactions"))}
      backTo={topicPath(topic)}
    />
  );
}
