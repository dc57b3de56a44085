import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FlagForm } from "~/features/moderation/components/flag-form";
import { flagPath } from "~/features/moderation/paths";
import { pageMeta } from "~/features/site/page-meta";
import { topicNumberIn } from "~/features/topics/addressed";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import type { FormFailure } from "~/platform/http/form-errors";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { loadFlag, sendFlag } from "./flag.server";

export async function loader(args: LoaderFunctionArgs) {
  return loadFlag(args, { number: topicNumberIn(args) });
}

export async function action(args: ActionFunctionArgs) {
  return sendFlag(args, { number: topicNumberIn(args) });
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "moderation")("flag.topicTitle"),
    isIndexed: false,
  }));

export default function FlagTopic() {
  const { view } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("moderation");
  const { topic } = view;
  return (
    <FormPage title={t("flag.topicTitle")} lede={<span lang={langOf(topic.language)}>{topic.title}</span>}>
      <p className="small muted">{t("flag.lede")}</p>
      <FlagForm view={view} action={flagPath(topic)} cancelHref={topicPath(topic)} failure={failure} />
    </FormPage>
  );
}
