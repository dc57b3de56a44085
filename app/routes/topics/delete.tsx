import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { discussionsPath } from "~/features/discussions/paths";
import { RemovalReasonForm } from "~/features/moderation/components/removal-reason-form";
import { removePost, restorePost } from "~/features/moderation/deciding.server";
import { needsReason } from "~/features/moderation/flag-form.server";
import { RemovalSchema } from "~/features/moderation/input";
import { pageMeta } from "~/features/site/page-meta";
import { suggestionsPath } from "~/features/suggestions/paths";
import { RemovalForm } from "~/features/topics/components/removal-form";
import { deleteTopic } from "~/features/topics/deleting.server";
import { langOf } from "~/features/topics/language";
import { topicActionPath, topicPath } from "~/features/topics/paths";
import { mayDeleteTopic } from "~/features/topics/policy";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { topicNumberIn } from "~/features/topics/addressed";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const topic = await getTopic(ctx, topicNumberIn(args));
  if (!mayDeleteTopic(ctx.actor, topic)) throw new Forbidden("topic.delete");
  const { number, slug, title, language } = topic;
  const isForReason = await needsReason(ctx, { number });
  return { number, slug, title, language, isForReason };
}

/** POST takes the topic away, DELETE puts it back. What moderators take from others has a reason. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const restored = await restorePost(ctx, { number });
    if (!restored.ok) throw new Forbidden("moderation.own");
    return seeOther(topicPath({ number, slug: "" }));
  }
  if (await needsReason(ctx, { number })) {
    const parsed = parseForm(RemovalSchema, values);
    if (!parsed.ok) return formAgain(parsed.errors, values);
    const removed = await removePost(ctx, { number, ...parsed.value });
    if (!removed.ok) return formAgain(formError(removed.reason), values, { status: 409 });
    return seeOther(removed.post.topic.board === "suggestion" ? suggestionsPath : discussionsPath);
  }
  const outcome = await deleteTopic(ctx, { number });
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(outcome.board === "suggestion" ? suggestionsPath : discussionsPath);
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.remove", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function DeleteTopic() {
  const topic = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("topics");
  const action = topicActionPath(topic.number, "delete");
  const form = { action, cancelHref: topicPath(topic), failure };
  return (
    <FormPage title={t("remove.topicTitle")} lede={<span lang={langOf(topic.language)}>{topic.title}</span>}>
      {topic.isForReason ? (
        <RemovalReasonForm {...form} />
      ) : (
        <RemovalForm {...form}>{t("remove.topicLede")}</RemovalForm>
      )}
    </FormPage>
  );
}
