import type { ReactNode } from "react";
import { suspensionPath } from "~/features/auth/paths";
import { memberPath } from "~/features/members/paths";
import { useShownName } from "~/features/members/use-shown-name";
import { langOf } from "~/features/topics/language";
import { replyPath, topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { Prose } from "~/ui/patterns/prose";
import { Disclosure } from "~/ui/primitives/disclosure";
import { MetaLine } from "~/ui/primitives/meta-line";
import { TextLink } from "~/ui/primitives/text-link";
import { Time } from "~/ui/primitives/time";
import type { Review } from "../reading.server";
import { useHeldText } from "./use-held-text";

/** The post with what it answers, who wrote it and who sees it now. */
export function ReviewedPost({ review, now, files }: { review: Review; now: Date; files?: ReactNode }) {
  const t = useText("moderation");
  const shownName = useShownName();
  const heldText = useHeldText();
  const { topic, post, answered, author } = review;
  const lang = langOf(post.language);
  const where = post.replyId === null ? topicPath(topic) : replyPath(topic.number, post.replyId);
  const sight = post.isDeleted || topic.isDeleted ? "isGone" : post.isHeld ? "isHeld" : "isShown";
  return (
    <section className="stack" data-gap="3" aria-labelledby="reviewed">
      <h2 className="section-title" id="reviewed" lang={langOf(topic.language)}>
        {topic.title}
      </h2>
      <MetaLine
        items={[
          <a key="by" href={memberPath(author)}>
            {t("review.author", { name: shownName(author) })}
          </a>,
          t(`review.standing.${author.standing}`),
          t("review.removedBefore", { count: author.removedBefore }),
          <Time key="at" at={post.createdAt} now={now} />,
          post.editedAt && t.rich("review.edited", { time: () => <Time at={post.editedAt!} now={now} /> }),
        ]}
      />
      <p className="small">
        {t(`review.${sight}`)} {post.isHeld && post.heldFor && <b>{heldText(post.heldFor)}</b>}
      </p>
      {answered && (
        <Disclosure summary={t("review.answered", { name: answered.by })}>
          <Prose html={answered.bodyHtml} size="m" lang={langOf(answered.language)} />
        </Disclosure>
      )}
      <div className="reviewed-text">
        <Prose html={post.bodyHtml} size="m" lang={lang} />
        {files}
      </div>
      <p className="cluster">
        <TextLink href={where}>{t("review.openPost")}</TextLink>
        <TextLink href={suspensionPath(author)}>{t("review.suspend", { name: shownName(author) })}</TextLink>
      </p>
    </section>
  );
}
