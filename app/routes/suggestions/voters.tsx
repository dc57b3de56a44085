import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember, visitor } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { VoteForForm } from "~/features/suggestions/components/vote-for-form";
import { VoterList } from "~/features/suggestions/components/voter-list";
import { findVoters } from "~/features/suggestions/finding-voters.server";
import { VoterSchema } from "~/features/suggestions/input";
import { votersPath } from "~/features/suggestions/paths";
import { mayVoteFor } from "~/features/suggestions/policy";
import { acceptsVotes, isSuggestionStatus } from "~/features/suggestions/suggestion";
import { listVoters } from "~/features/suggestions/voters.server";
import { castVoteFor, withdrawVoteFor } from "~/features/suggestions/voting-for.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { getTopic } from "~/features/topics/reading.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const topic = await getTopic(ctx, topicNumberIn(args));
  if (topic.board !== "suggestion" || !isSuggestionStatus(topic.status)) throw new NotFound("suggestion");
  const { id: topicId, number, slug, title, language, status, counts, mergedHere } = topic;
  const mayAdd = mayVoteFor(ctx.actor) && acceptsVotes(status);
  const words = mayAdd ? (query.get("member") ?? "").slice(0, 100) : "";
  const mergedIds = mergedHere.map(({ id }) => id);
  const [page, found] = await Promise.all([
    listVoters(ctx, { topicId, mergedIds, after: query.get("after") }),
    words ? findVoters(ctx, { words }) : [],
  ]);
  return {
    ...page,
    ...{ number, slug, title, language, counts, mayAdd, words, found },
    now: ctx.clock.now(),
  };
}

/** Staff vote for a member (POST), or take such a vote back (DELETE). */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const number = topicNumberIn(args);
  const { method, values } = await readForm(args.request);
  if (!mayVoteFor(ctx.actor)) throw new Forbidden("suggestion.vote-for");
  const parsed = parseForm(VoterSchema, values);
  if (!parsed.ok) return formAgain(parsed.errors, values);
  const input = { number, member: parsed.value.member };
  const outcome = method === "DELETE" ? await withdrawVoteFor(ctx, input) : await castVoteFor(ctx, input);
  if (outcome.ok) return seeOther(votersPath({ number }));
  return formAgain(fieldError("member", outcome.reason), values, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "suggestions")("voters.pageTitle", { title: args.data?.title ?? "" }),
    isIndexed: false,
  }));

export default function Voters() {
  const { voters, next, hiddenCount, counts, mayAdd, words, found, now, title, language, ...suggestion } =
    useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const t = useText("suggestions");
  const { number } = suggestion;
  return (
    <Page>
      <div className="measure stack">
        <div>
          <Breadcrumb items={[{ href: topicPath(suggestion), label: title, lang: langOf(language) }]} />
          <PageHead title={t("voters.title")} lede={t("voters.lede", { count: counts.votes })} />
        </div>
        {mayAdd && (
          <section className="panel">
            <h2 className="section-title mb-4">{t("voters.add")}</h2>
            <VoteForForm {...{ number, words, found, failure }} />
          </section>
        )}
        {voters.length > 0 ? (
          <VoterList {...{ number, voters, now }} mayTakeBack={mayAdd} />
        ) : (
          <EmptyState icon="up" title={t("voters.none")} />
        )}
        {hiddenCount > 0 && <p className="muted small">{t("voters.hiddenCount", { count: hiddenCount })}</p>}
        {counts.importedVotes > 0 && (
          <p className="muted small">{t("voters.imported", { count: counts.importedVotes })}</p>
        )}
        <Pager older={next ? { href: votersPath({ number }, next), label: t("voters.more") } : null} />
      </div>
    </Page>
  );
}
