import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { visitor } from "~/features/auth/identifying.server";
import { AcceptButton } from "~/features/discussions/components/accept-button";
import { AffectedBar } from "~/features/discussions/components/affected-bar";
import { SolutionBox } from "~/features/discussions/components/solution-box";
import { SolutionExcerpt } from "~/features/discussions/components/solution-excerpt";
import { SolutionMark } from "~/features/discussions/components/solution-mark";
import { namedById } from "~/features/changelog/named-by-id";
import { discussionListPath, discussionsPath } from "~/features/discussions/paths";
import { mayDecideSolution, maySetDiscussionStatus } from "~/features/discussions/policy";
import { feedLinks } from "~/features/feeds/feed-links";
import { TeamPart } from "~/features/inbox/components/team-part";
import { WhoActsLine } from "~/features/inbox/components/who-acts-line";
import { KnownIssuePanel } from "~/features/known-issues/components/known-issue-panel";
import { knownIssuePath } from "~/features/known-issues/paths";
import { mayAnswerFix, mayTellOfKnownIssues } from "~/features/known-issues/policy";
import { LiveRegion } from "~/features/live/components/live-region";
import { OfficialComposer } from "~/features/official/components/official-composer";
import { OfficialLetters } from "~/features/official/components/official-letters";
import { OfficialMark } from "~/features/official/components/official-mark";
import { PromiseNote } from "~/features/official/components/promise-note";
import { letterId } from "~/features/official/paths";
import { mayReplyOfficially } from "~/features/official/policy";
import { SavedReplyPicker } from "~/features/saved-replies/components/saved-reply-picker";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf, useSite } from "~/features/site/root-data";
import { MergedActs } from "~/features/suggestions/components/merged-acts";
import { MergedHere } from "~/features/suggestions/components/merged-here";
import { MergedReplies } from "~/features/suggestions/components/merged-replies";
import { UnmergeButton } from "~/features/suggestions/components/unmerge-button";
import { VotesLine } from "~/features/suggestions/components/votes-line";
import { DeclinePanel } from "~/features/suggestions/components/decline-panel";
import { VoteKey } from "~/features/suggestions/components/vote-key";
import { declineOf } from "~/features/suggestions/decline";
import {
  mergedRepliesPath,
  mergePath,
  statusPath,
  suggestionListPath,
  suggestionsPath,
} from "~/features/suggestions/paths";
import { mayMerge } from "~/features/suggestions/policy";
import { tagPath } from "~/features/tags/paths";
import { ComposeSection } from "~/features/topics/components/compose-section";
import { FollowSection } from "~/features/topics/components/follow-section";
import { ReactionBar } from "~/features/topics/components/reaction-bar";
import { ReplyForm } from "~/features/topics/components/reply-form";
import type { ReplyThread } from "~/features/topics/components/reply-thread";
import { SimilarTopics } from "~/features/topics/components/similar-topics";
import { TopicAbout } from "~/features/topics/components/topic-about";
import { TopicByline } from "~/features/topics/components/topic-byline";
import { TopicHead } from "~/features/topics/components/topic-head";
import { TopicMenu } from "~/features/topics/components/topic-menu";
import { TopicNotices } from "~/features/topics/components/topic-notices";
import { TopicThread } from "~/features/topics/components/topic-thread";
import { langOf } from "~/features/topics/language";
import { composePath, replyPath, topicActionPath, topicPath } from "~/features/topics/paths";
import { leadingPromise } from "~/features/topics/promise";
import { mayRestoreTopic, takesReplies } from "~/features/topics/policy";
import { threadOf } from "~/features/topics/thread-of";
import { readTopicView, topicViewPath } from "~/features/topics/topic-view";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { quoteHead } from "~/ui/behaviours/quote-text";
import { Page } from "~/ui/layouts/page";
import { ReadingLayout } from "~/ui/layouts/reading-layout";
import { SideSection } from "~/ui/patterns/side-section";
import { MoreLink } from "~/ui/primitives/more-link";
import { Prose } from "~/ui/patterns/prose";
import { topicNumberIn } from "~/features/topics/addressed";
import { readTopicPage } from "./topic-page.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const url = new URL(args.request.url);
  const view = readTopicView(url.searchParams);
  const page = await readTopicPage(ctx, { number: topicNumberIn(args), slug: args.params.slug ?? "", view });
  // A slug that is wrong or missing still finds the topic: titles change, and links are cut.
  if (page.isElsewhere) throw redirect(topicPath(page.topic) + url.search, 301);
  if (page.isPastEnd) throw redirect(topicViewPath(page.topic, { sort: view.sort }), 302);
  return page;
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data)
    return pageMeta(args, (locale) => ({ title: translator(locale, "topics")("board.discussion") }));
  const { topic, canonical, view } = args.data;
  const isIndexed = topic.isListed && view.sort === "oldest" && view.replyTo === undefined;
  const { site } = rootDataOf(args.matches);
  return [
    ...pageMeta(args, () => ({ title: topic.title, description: topic.excerpt, isIndexed })),
    { tagName: "link", rel: "canonical", href: canonical },
    ...feedLinks({ kind: "topic", number: topic.number }, `${topic.title} · ${site.name}`),
  ];
};

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TopicRoute() {
  const data = useLoaderData<typeof loader>();
  const t = useText("topics");
  const n = useText("notes");
  const { topic, areas, announcements, similar, now } = data;
  return (
    <Page>
      <ReadingLayout
        opening={<Opening {...data} />}
        facts={
          <>
            <TopicAbout
              topic={topic}
              areas={areas}
              announcements={namedById(announcements)}
              areaPath={listPathsOf(topic).area}
              tagPath={tagPath}
              now={now}
              actsOf={({ type, data: { from } }) =>
                type === "merged" &&
                mayMerge(data.actor) &&
                topic.mergedHere.some(({ number }) => number === from) && (
                  <UnmergeButton number={Number(from)} />
                )
              }
            />
          </>
        }
        factsLabel={t("facts.label")}
        replies={<Replies {...data} />}
        related={
          <>
            {data.teamSide && data.actor && (
              <SideSection title={n("panel")}>
                <TeamPart
                  number={topic.number}
                  handling={data.teamSide.handling}
                  team={data.teamSide.team}
                  reader={data.actor}
                  submission={`${data.submission}-n`}
                  back={topicPath(topic)}
                  now={now}
                />
              </SideSection>
            )}
            {!topic.deletedAt && <FollowSection topic={topic} />}
            <MergedHere items={topic.mergedHere} />
            <SimilarTopics topics={similar} />
          </>
        }
        relatedLabel={t("related")}
      />
      {!topic.deletedAt && <LiveRegion topic={topic} since={now} />}
    </Page>
  );
}

/** The question with all that is said above the thread: who else has it, what solved it, what the team answered. */
function Opening({
  topic,
  acts,
  actor,
  replies,
  letters,
  pictures,
  maySeeVoters,
  announcements,
  now,
  today,
}: Data) {
  const t = useText("topics");
  const { name: siteName } = useSite();
  const { id, number, kind, status, counts, mine } = topic;
  const lang = langOf(topic.language);
  const own = pictures.filter(({ topicId }) => topicId === id);
  const isSuggestion = topic.board === "suggestion";
  const promise = leadingPromise(topic.promises);
  const whereStatusIsSet = isSuggestion ? statusPath(topic) : topicActionPath(number, "status");
  return (
    <>
      <TopicHead
        topic={topic}
        listPaths={listPathsOf(topic)}
        menu={
          <TopicMenu
            topic={topic}
            actor={actor}
            statusPath={maySetDiscussionStatus(actor) ? whereStatusIsSet : null}
            mergePath={isSuggestion && status !== "merged" && mayMerge(actor) ? mergePath(topic) : null}
            knownIssuePath={kind === "problem" && mayTellOfKnownIssues(actor) ? knownIssuePath(number) : null}
          />
        }
        counter={
          isSuggestion && (
            <VoteKey
              suggestion={{ number, status, voteCount: counts.votes }}
              isVoted={mine?.isVoted ?? false}
            />
          )
        }
      />
      {acts && <WhoActsLine acts={acts} now={now} />}
      <TopicNotices
        topic={topic}
        mayRestore={mayRestoreTopic(actor, topic)}
        mergedActs={
          topic.mergedInto && (
            <MergedActs number={number} survivor={topic.mergedInto} mayUnmerge={mayMerge(actor)} />
          )
        }
      />
      {promise && (
        <div className="mb-6">
          <PromiseNote
            {...{ promise, number, today, now }}
            href={
              letters.some(({ replyId, deletedAt }) => replyId === promise.replyId && !deletedAt)
                ? `#${letterId(promise.replyId)}`
                : replyPath(number, promise.replyId)
            }
          />
        </div>
      )}
      {topic.knownIssue && (
        <KnownIssuePanel
          topic={topic}
          issue={topic.knownIssue}
          fixedBy={announcements.find(({ id: entry }) => entry === topic.knownIssue?.announcementId)}
          mayTell={mayTellOfKnownIssues(actor)}
          mayAnswer={mayAnswerFix(actor, topic, {
            isAffected: mine?.isAffected ?? false,
            isFixed: topic.knownIssue.fixedAt !== null,
          })}
          now={now}
        />
      )}
      <article aria-labelledby="opening">
        <h2 className="sr-only" id="opening">
          {t(`kind.${kind}`)}
        </h2>
        <TopicByline topic={topic} now={now} />
        <div
          data-quote={
            actor && takesReplies(topic)
              ? quoteHead(t("quote.by", { name: topic.author.displayName }), topicPath(topic))
              : undefined
          }
        >
          <Prose html={topic.bodyHtml} lang={lang} />
        </div>
        <AttachmentGallery id="topic" attachments={own} lang={lang} />
        {!topic.deletedAt && (
          <div className="acts mt-4 mb-4">
            <ReactionBar
              action={topicActionPath(number, "reactions")}
              bookmarkAction={topicActionPath(number, "bookmark")}
              counts={topic.reactions}
              authorId={topic.authorId}
              reader={mine && { id: mine.marks.readerId, marks: mine.marks.toTopic }}
            />
          </div>
        )}
        {isSuggestion && <VotesLine topic={topic} maySeeVoters={maySeeVoters} />}
        {kind === "problem" && (
          <AffectedBar
            number={number}
            count={counts.affected}
            isAffected={mine?.isAffected ?? false}
            isAuthor={actor?.id === topic.authorId}
            faces={topic.faces}
          />
        )}
      </article>
      {replies.solution && !replies.solution.absence && (
        <SolutionExcerpt number={number} reply={replies.solution} />
      )}
      {status === "declined" && <DeclinePanel decline={declineOf(topic)} now={now} />}
      <OfficialLetters
        letters={letters}
        number={number}
        siteName={siteName}
        pictures={pictures}
        reader={actor}
        promises={topic.promises}
        today={today}
        now={now}
      />
    </>
  );
}

/** The thread with its solution, and the place to write a reply. */
function Replies(data: Data) {
  const { topic, actor, replies, merged, view, news, letters, answered, choices } = data;
  const { submission, drafts, pictures, teamSide, now } = data;
  const s = useText("suggestions");
  const { number, solution } = topic;
  const mayDecide = mayDecideSolution(actor, { ...topic, solvedAt: solution?.at ?? null }, now);
  const typeOf = new Map(letters.map(({ replyId, type }) => [replyId, type]));
  const thread: ReplyThread = {
    ...threadOf(data),
    marksOf: ({ id, isOfficial }) => (
      <>
        {isOfficial && <OfficialMark replyId={id} type={typeOf.get(id)} />}
        {solution?.id === id && <SolutionMark />}
      </>
    ),
    actsOf: ({ id }) => mayDecide && solution?.id !== id && <AcceptButton number={number} replyId={id} />,
  };
  const picker = (id: "reply" | "official") =>
    teamSide && <SavedReplyPicker id={id} fieldId={`${id}-body`} number={number} saved={teamSide.saved} />;
  const accepted = solution && replies.solution && !replies.solution.absence && (
    <SolutionBox reply={replies.solution} solution={solution} thread={thread} mayWithdraw={mayDecide} />
  );
  return (
    <>
      <TopicThread
        topic={topic}
        page={replies}
        sort={view.sort}
        thread={thread}
        news={news}
        solution={accepted}
      />
      {merged.threads.length > 0 && (
        <section className="thread" aria-labelledby="merged-replies">
          <h2 className="section-title mt-12" id="merged-replies">
            {s("merge.repliesTitle")}
          </h2>
          {replies.next === null && (
            <MergedReplies
              {...{ threads: merged.threads, pictures, actor, now }}
              marksOf={({ id, isOfficial }) => isOfficial && <OfficialMark replyId={id} />}
            />
          )}
          {(replies.next !== null || merged.next !== null) && (
            <MoreLink href={mergedRepliesPath(topic)}>{s("merge.repliesAll")}</MoreLink>
          )}
        </section>
      )}
      <ComposeSection topic={topic} actor={actor} replyTo={view.replyTo}>
        <ReplyForm
          number={number}
          submission={submission}
          answered={answered}
          insteadHref={composePath(topic)}
          draft={drafts?.reply}
          tools={picker("reply")}
        />
        {actor && mayReplyOfficially(actor) && (
          <OfficialComposer
            signer={actor}
            topic={topic}
            choices={choices}
            promises={[...topic.promises, ...topic.mergedPromises]}
            submission={`${submission}-o`}
            replyTo={answered?.id}
            draft={drafts?.official}
            tools={picker("official")}
          />
        )}
      </ComposeSection>
    </>
  );
}

/** Lists a topic stands in: its board, and the area on it. */
function listPathsOf({ board, area }: Data["topic"]) {
  return board === "suggestion"
    ? { board: suggestionsPath, area: suggestionListPath({ area: area.slug, tab: "all" }) }
    : { board: discussionsPath, area: discussionListPath({ area: area.slug }) };
}
