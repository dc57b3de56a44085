import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FlagForm } from "~/features/moderation/components/flag-form";
import { flagPath } from "~/features/moderation/paths";
import { pageMeta } from "~/features/site/page-meta";
import { replyIdIn, topicNumberIn } from "~/features/topics/addressed";
import { langOf } from "~/features/topics/language";
import { replyPath } from "~/features/topics/paths";
import type { FormFailure } from "~/platform/http/form-errors";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { loadFlag, sendFlag } from "./flag.server";

export async function loader(args: LoaderFunctionArgs) {
  return loadFlag(args, { number: topicNumberIn(args), replyId: replyIdIn(args) });
}

export async function action(args: ActionFunctionArgs) {
  return sendFlag(args, { number: topicNumberIn(args), replyId: replyIdIn(args) });
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "moderation")("flag.replyTitle"),
    isIndexed: false,
  }));

export default function FlagReply() {
  const { view } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("moderation");
  const { topic, reply } = view;
  const post = { number: topic.number, replyId: reply!.id };
  return (
    <FormPage
      title={t("flag.replyTitle")}
      lede={
        <span lang={langOf(reply!.language)}>
          {reply!.name}: {reply!.excerpt}
        </span>
      }
    >
      <p className="small muted">{t("flag.lede")}</p>
      <FlagForm
        view={view}
        action={flagPath(post)}
        cancelHref={replyPath(post.number, post.replyId)}
        failure={failure}
      />
    </FormPage>
  );
}
