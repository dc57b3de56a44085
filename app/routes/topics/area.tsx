import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { listAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { MoveForm } from "~/features/topics/components/move-form";
import { MoveSchema } from "~/features/topics/input";
import { langOf } from "~/features/topics/language";
import { moveTopic } from "~/features/topics/moving.server";
import { topicPath } from "~/features/topics/paths";
import { mayMove } from "~/features/topics/policy";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden } from "~/platform/errors";
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
  if (!mayMove(ctx.actor)) throw new Forbidden("topic.move");
  const [{ number, slug, title, language, area }, areas] = await Promise.all([
    getTopic(ctx, topicNumberIn(args)),
    listAreas(ctx),
  ]);
  return { number, slug, title, language, area: area.slug, areas };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(MoveSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await moveTopic(ctx, { number, ...parsed.value });
  if (!outcome.ok) {
    return outcome.reason === "changed-meanwhile"
      ? formAgain(formError("state-changed-meanwhile"), values, { status: 409 })
      : formAgain(fieldError("area", outcome.reason), values);
  }
  return seeOther(topicPath({ number, slug: outcome.slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "topics")("pageTitle.move", { number: String(args.data?.number ?? "") }),
    isIndexed: false,
  }));

export default function MoveTopic() {
  const { areas, area, ...topic } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("topics");
  return (
    <FormPage title={t("move.title")} lede={<span lang={langOf(topic.language)}>{topic.title}</span>}>
      <MoveForm topic={topic} area={area} areas={areas} failure={failure} />
    </FormPage>
  );
}
