import { useLocale, useText } from "~/platform/i18n/use-text";
import { ColumnHead } from "~/ui/patterns/column-head";
import { LineItem } from "~/ui/patterns/line-item";
import { ChipLinks } from "~/ui/primitives/chip-links";
import { EmptyState } from "~/ui/primitives/empty-state";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Pager } from "~/ui/primitives/pager";
import { Time } from "~/ui/primitives/time";
import type { Activity, OwnReply } from "../by-member.server";
import { langOf } from "../language";
import { replyPath } from "../paths";

export interface MemberRepliesProps {
  /** Whose they are, and where their page is. */
  name: string;
  path: string;
  replies: Activity<OwnReply>;
  onlySolutions: boolean;
  now: Date;
}

export function MemberReplies({ name, path, replies, onlySolutions, now }: MemberRepliesProps) {
  const t = useText("members");
  const common = useText("common");
  const locale = useLocale();
  const { items, next } = replies;
  return (
    <section aria-labelledby="replies">
      <ColumnHead id="replies" title={t("profile.replies")} />
      <div className="mt-4">
        <ChipLinks
          label={t("profile.replies")}
          items={[
            { href: `${path}#replies`, label: t("profile.allReplies"), isCurrent: !onlySolutions },
            {
              href: `${path}?show=solutions#replies`,
              label: t("profile.solutions"),
              isCurrent: onlySolutions,
            },
          ]}
        />
      </div>
      {items.length === 0 && (
        <div className="mt-4">
          <EmptyState icon="reply" title={t(onlySolutions ? "profile.noSolutions" : "profile.noReplies")}>
            {t(onlySolutions ? "profile.noSolutionsHint" : "profile.noRepliesHint", { name })}
          </EmptyState>
        </div>
      )}
      <ul className="lines">
        {items.map((reply) => (
          <LineItem
            key={reply.id}
            href={replyPath(reply.topic.number, reply.id)}
            title={reply.topic.title}
            lang={langOf(reply.topic.language) === locale ? undefined : langOf(reply.topic.language)}
            excerpt={<span lang={langOf(reply.language)}>{reply.excerpt}</span>}
            meta={
              <MetaLine
                items={[
                  reply.isSolution && common("solution.accepted"),
                  reply.isOfficial && common("official.mark"),
                  <Time key="at" at={reply.createdAt} now={now} form="relative" />,
                ]}
              />
            }
          />
        ))}
      </ul>
      <Pager
        older={
          next ? { href: `${path}?${onlySolutions ? "show=solutions&" : ""}replies=${next}#replies` } : null
        }
      />
    </section>
  );
}
