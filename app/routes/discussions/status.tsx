import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { StatusForm } from "~/features/discussions/components/status-form";
import { StatusSchema } from "~/features/discussions/input";
import { maySetDiscussionStatus } from "~/features/discussions/policy";
import { setDiscussionStatus } from "~/features/discussions/statuses.server";
import { pageMeta } from "~/features/site/page-meta";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { isDiscussionKind } from "~/features/topics/topic";
import { Forbidden, NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, fieldError, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { topicNumberIn } from "~/features/topics/addressed";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!maySetDiscussionStatus(ctx.actor)) throw new Forbidden("discussion.status");
  const { number, slug, title, language, kind, status } = await getTopic(ctx, topicNumberIn(args));
  if (!isDiscussionKind(kind)) throw new NotFound("discussion");
  return { number, slug, title, language, kind, status };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(StatusSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await setDiscussionStatus(ctx, { number, ...parsed.value });
  if (!outcome.ok) return refusal(outcome.reason, values);
  return seeOther(topicPath({ number, slug: outcome.slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "discussions")("decide.pageTitle", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function DiscussionStatus() {
  const topic = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("discussions");
  return (
    <FormPage title={t("decide.title")} lede={<span lang={langOf(topic.language)}>{topic.title}</span>}>
      <p className="mb-4">{t("decide.lede")}</p>
      <StatusForm topic={topic} failure={failure} />
    </FormPage>
  );
}

function refusal(
  reason: "status-unknown" | "duplicate-unknown" | "changed-meanwhile",
  values: Record<string, string>,
) {
  if (reason === "changed-meanwhile")
    return formAgain(formError("state-changed-meanwhile"), values, { status: 409 });
  return formAgain(fieldError(reason === "duplicate-unknown" ? "duplicateOf" : "to", reason), values);
}
