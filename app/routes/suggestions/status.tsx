import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { StatusForm } from "~/features/suggestions/components/status-form";
import { StatusSchema, VoteSchema } from "~/features/suggestions/input";
import { maySetStatus } from "~/features/suggestions/policy";
import { setSuggestionStatus } from "~/features/suggestions/statuses.server";
import { isSuggestionStatus } from "~/features/suggestions/suggestion";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { formError, type FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!maySetStatus(ctx.actor)) throw new Forbidden("suggestion.status");
  const { number, slug, board, status, title, language } = await getTopic(ctx, numberIn(args));
  if (board !== "suggestion" || !isSuggestionStatus(status)) throw new NotFound("suggestion");
  return { number, slug, status, title, language };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = numberIn(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(StatusSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const outcome = await setSuggestionStatus(ctx, { number, ...parsed.value });
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(topicPath(outcome));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "suggestions")("decide.pageTitle", { number: args.data?.number ?? "" }),
    isIndexed: false,
  }));

export default function Decide() {
  const { title, language, ...suggestion } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("suggestions");
  return (
    <FormPage
      title={t("decide.title")}
      lede={
        <a href={topicPath(suggestion)} lang={langOf(language)}>
          {title}
        </a>
      }
    >
      <StatusForm suggestion={suggestion} failure={failure} />
    </FormPage>
  );
}

function numberIn({ params }: LoaderFunctionArgs | ActionFunctionArgs): number {
  const parsed = VoteSchema.safeParse(params);
  if (!parsed.success) throw new NotFound("suggestion");
  return parsed.data.number;
}
