import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { RemovalReasonForm } from "~/features/moderation/components/removal-reason-form";
import { removePost } from "~/features/moderation/deciding.server";
import { needsReason } from "~/features/moderation/flag-form.server";
import { RemovalSchema } from "~/features/moderation/input";
import { pageMeta } from "~/features/site/page-meta";
import { findAnswered } from "~/features/topics/answering.server";
import { RemovalForm } from "~/features/topics/components/removal-form";
import { deleteReply, requireDeletableReply } from "~/features/topics/deleting.server";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath, topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const topic = await getTopic(ctx, topicNumberIn(args));
  const replyId = replyIdIn(args);
  await requireDeletableReply(ctx, { topic, replyId });
  const reply = await findAnswered(ctx, { topicId: topic.id, replyId });
  if (!reply) throw new NotFound("reply");
  const isForReason = await needsReason(ctx, { number: topic.number, replyId: reply.id });
  return { number: topic.number, reply, isForReason };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const replyId = replyIdIn(args);
  if (await needsReason(ctx, { number, replyId })) {
    const { values } = await readForm(args.request);
    const parsed = parseForm(RemovalSchema, values);
    if (!parsed.ok) return formAgain(parsed.errors, values);
    const removed = await removePost(ctx, { number, replyId, ...parsed.value });
    if (!removed.ok) return formAgain(formError(removed.reason), values, { status: 409 });
    return seeOther(replyPath(number, replyId));
  }
  const { slug, isPlaceKept } = await deleteReply(ctx, { number, replyId });
  return seeOther(isPlaceKept ? replyPath(number, replyId) : topicPath({ number, slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.remove", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function DeleteReply() {
  const { number, reply, isForReason } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const action = replyActionPath(number, reply.id, "delete");
  const form = { action, cancelHref: replyPath(number, reply.id), failure };
  const t = useText("topics");
  return (
    <FormPage
      title={t("remove.replyTitle")}
      lede={
        <span lang={langOf(reply.language)}>
          {reply.name}: {reply.excerpt}
        </span>
      }
    >
      {isForReason ? (
        <RemovalReasonForm {...form} />
      ) : (
        <RemovalForm {...form}>{t("remove.replyLede")}</RemovalForm>
      )}
    </FormPage>
  );
}
