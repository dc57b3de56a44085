import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { findAnswered } from "~/features/topics/answering.server";
import { RemovalForm } from "~/features/topics/components/removal-form";
import { deleteReply } from "~/features/topics/deleting.server";
import { langOf } from "~/features/topics/language";
import { replyActionPath, replyPath, topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { NotFound } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const topic = await getTopic(ctx, topicNumberIn(args));
  const reply = await findAnswered(ctx, { topicId: topic.id, replyId: replyIdIn(args) });
  if (!reply) throw new NotFound("reply");
  return { number: topic.number, reply };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const replyId = replyIdIn(args);
  const { slug, isPlaceKept } = await deleteReply(ctx, { number, replyId });
  return seeOther(isPlaceKept ? replyPath(number, replyId) : topicPath({ number, slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.remove", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function DeleteReply() {
  const { number, reply } = useLoaderData<typeof loader>();
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
      <RemovalForm
        action={replyActionPath(number, reply.id, "delete")}
        cancelHref={replyPath(number, reply.id)}
      >
        {t("remove.replyLede")}
      </RemovalForm>
    </FormPage>
  );
}
