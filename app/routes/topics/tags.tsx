import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { suggestTags } from "~/features/tags/listing.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { TagsForm } from "~/features/topics/components/tags-form";
import { TagsSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { mayTag } from "~/features/topics/policy";
import { getTopic } from "~/features/topics/reading.server";
import { setTopicTags } from "~/features/topics/tagging.server";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, fieldError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { z } from "zod";

const Schema = z.object({ tags: TagsSchema });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const topic = await getTopic(ctx, topicNumberIn(args));
  if (!mayTag(ctx.actor, topic)) throw new Forbidden("topic.tags");
  const { number, slug, title, language, tags } = topic;
  return {
    number,
    slug,
    title,
    language,
    tags: tags.map(({ name }) => name),
    offered: await suggestTags(ctx, ""),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(Schema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await setTopicTags(ctx, { number, ...parsed.value });
  if (outcome.ok) return seeOther(topicPath({ number, slug: outcome.slug }));
  return formAgain(fieldError("tags", outcome.reason, { name: outcome.name ?? "" }), values);
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.tags", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function TopicTags() {
  const { tags, offered, ...topic } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("topics");
  return (
    <FormPage title={t("tagging.title")} lede={<span lang={langOf(topic.language)}>{topic.title}</span>}>
      <TagsForm topic={topic} tags={tags} offered={offered} failure={failure} />
    </FormPage>
  );
}
