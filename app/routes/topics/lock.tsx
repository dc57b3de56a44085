import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { LockForm } from "~/features/topics/components/lock-form";
import { LockSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { lockTopic, unlockTopic } from "~/features/topics/locking.server";
import { topicPath } from "~/features/topics/paths";
import { mayLock } from "~/features/topics/policy";
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
  if (!mayLock(ctx.actor)) throw new Forbidden("topic.lock");
  const { number, slug, title, language, lockedAt } = await getTopic(ctx, topicNumberIn(args));
  return { number, slug, title, language, isLocked: lockedAt !== null };
}

/** POST locks, DELETE unlocks. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayLock(ctx.actor)) throw new Forbidden("topic.lock");
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    const { slug } = await unlockTopic(ctx, { number });
    return seeOther(topicPath({ number, slug }));
  }
  const parsed = parseForm(LockSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await lockTopic(ctx, { number, ...parsed.value });
  if (!outcome.ok) return formAgain(formError("state-changed-meanwhile"), values, { status: 409 });
  return seeOther(topicPath({ number, slug: outcome.slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.lock", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function LockTopic() {
  const topic = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("topics");
  return (
    <FormPage
      title={topic.isLocked ? t("lock.unlockTitle") : t("lock.title")}
      lede={<span lang={langOf(topic.language)}>{topic.title}</span>}
    >
      <LockForm topic={topic} isLocked={topic.isLocked} failure={failure} />
    </FormPage>
  );
}
