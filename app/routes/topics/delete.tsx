import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { discussionsPath } from "~/features/discussions/paths";
import { pageMeta } from "~/features/site/page-meta";
import { suggestionsPath } from "~/features/suggestions/paths";
import { RemovalForm } from "~/features/topics/components/removal-form";
import { deleteTopic, restoreTopic } from "~/features/topics/deleting.server";
import { langOf } from "~/features/topics/language";
import { topicActionPath, topicPath } from "~/features/topics/paths";
import { mayDeleteTopic } from "~/features/topics/policy";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
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
  return { number, slug, title, language };
}

/** POST takes the topic away, DELETE puts it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    await restoreTopic(ctx, { number });
    return seeOther(topicPath({ number, slug: "" }));
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
  return (
    <FormPage title={t("remove.topicTitle")} lede={<span lang={langOf(topic.language)}>{topic.title}</span>}>
      <RemovalForm
        action={topicActionPath(topic.number, "delete")}
        cancelHref={topicPath(topic)}
        failure={failure}
      >
        {t("remove.topicLede")}
      </RemovalForm>
    </FormPage>
  );
}
