import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { listAttachments } from "~/features/attachments/reading.server";
import { requireMember } from "~/features/auth/identifying.server";
import { ClaimLine } from "~/features/moderation/components/claim-line";
import { DecisionForm } from "~/features/moderation/components/decision-form";
import { ReviewHistory } from "~/features/moderation/components/review-history";
import { ReviewedPost } from "~/features/moderation/components/reviewed-post";
import { decideAppeal, type DecisionRefusal, decideReview } from "~/features/moderation/deciding.server";
import { AppealDecisionSchema, DecisionSchema } from "~/features/moderation/input";
import { queuePath, reviewPath } from "~/features/moderation/paths";
import { mayDecideAppeal, mayDecideOn } from "~/features/moderation/policy";
import { getReview } from "~/features/moderation/reading.server";
import { pageMeta } from "~/features/site/page-meta";
import { replyIdIn } from "~/features/topics/addressed";
import { langOf } from "~/features/topics/language";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import type { FormFailure } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { Notice } from "~/ui/primitives/notice";
import { Time } from "~/ui/primitives/time";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const review = await getReview(ctx, replyIdIn(args));
  const { replyId } = review.post;
  const files = await listAttachments(
    ctx,
    replyId === null ? { topicId: review.topic.id } : { replyIds: [replyId] },
  );
  const own = { authorId: review.author.id };
  const because = !mayDecideOn(ctx.actor, own)
    ? ("own" as const)
    : review.appeal && !mayDecideAppeal(ctx.actor, { ...own, decidedById: review.appeal.decidedById })
      ? ("ownDecision" as const)
      : null;
  return { review, files, because, readerId: ctx.actor.id, now: ctx.clock.now() };
}

/** POST decides. What somebody else did meanwhile is said, and nothing is done. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const id = replyIdIn(args);
  const { values } = await readForm(args.request);
  const isAppeal = values.act === "uphold" || values.act === "refuse";
  const outcome = isAppeal ? await actOnAppeal() : await actOnPost();
  if ("init" in outcome) return outcome;
  if (outcome.ok) return seeOther(queuePath());
  return data({ refused: outcome.reason }, { status: 409 });

  async function actOnPost() {
    const parsed = parseForm(DecisionSchema, values);
    return parsed.ok ? decideReview(ctx, { id, ...parsed.value }) : formAgain(parsed.errors, values);
  }

  async function actOnAppeal() {
    const parsed = parseForm(AppealDecisionSchema, values);
    return parsed.ok ? decideAppeal(ctx, { id, ...parsed.value }) : formAgain(parsed.errors, values);
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "moderation")("review.title", {
      number: String(args.data?.review.topic.number ?? ""),
    }),
    isIndexed: false,
  }));

export default function Review() {
  const { review, files, because, readerId, now } = useLoaderData<typeof loader>();
  const answered = useActionData<FormFailure | { refused: DecisionRefusal }>();
  const t = useText("moderation");
  const { id, claim, topic, post, appeal } = review;
  const refused = answered && "refused" in answered ? answered.refused : null;
  const isOpen = review.state === "open" && !post.isDeleted === (review.kind !== "appeal");
  const isTheirs = claim !== null && claim.by.id !== readerId;
  return (
    <Page>
      <div className="measure stack" data-gap="6">
        <Breadcrumb items={[{ href: queuePath(), label: t("queue.title") }]} />
        <PageHead
          title={t("review.title", { number: String(topic.number) })}
          lede={`${t(`queue.kind.${review.kind}`)} · ${t(post.replyId === null ? "review.topic" : "review.reply")}`}
        />
        {refused && (
          <Notice tone="danger" isUrgent>
            {t(`review.refused.${refused}`, { name: claim?.by.displayName ?? t("review.somebody") })}
          </Notice>
        )}
        {appeal && (
          <section className="stack" data-gap="2" aria-labelledby="appeal">
            <h2 className="section-title" id="appeal">
              {t("review.appeal")} · <Time at={appeal.createdAt} now={now} />
            </h2>
            <p className="small muted">{t("review.appealText", { name: appeal.removedBy })}</p>
            <p className="pre-line">{appeal.text}</p>
          </section>
        )}
        <ReviewedPost
          review={review}
          now={now}
          files={
            files.length > 0 && (
              <AttachmentGallery id="files" attachments={files} lang={langOf(post.language)} />
            )
          }
        />
        {isOpen && <ClaimLine {...{ id, claim, readerId, now }} back={reviewPath(id)} />}
        {isOpen && because && <Notice>{t(`review.${because}`)}</Notice>}
        {isOpen && !because && !isTheirs && (
          <DecisionForm review={review} failure={answered && "errors" in answered ? answered : undefined} />
        )}
        {!isOpen && review.decisions.length === 0 && <Notice>{t("review.gone")}</Notice>}
        <ReviewHistory review={review} now={now} />
      </div>
    </Page>
  );
}
