import type { ReactNode } from "react";
import { signInPath } from "~/features/auth/paths";
import type { Actor } from "~/features/members/context";
import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";
import { composePath } from "../paths";
import { takesReplies } from "../policy";
import type { Topic } from "../reading.server";

export interface ComposeSectionProps {
  topic: Topic;
  actor: Actor | null;
  replyTo?: number;
  /** A `ReplyForm`, for those who may reply. */
  children: ReactNode;
}

/** The foot of a topic: the form, or why there is none. */
export function ComposeSection({ topic, actor, replyTo, children }: ComposeSectionProps) {
  const t = useText("topics");
  if (topic.deletedAt) return null;
  return (
    <section className="mt-12" aria-labelledby="compose-title">
      <h2 className="section-title mb-4" id="compose-title">
        {t("compose.title")}
      </h2>
      {body()}
    </section>
  );

  function body() {
    if (!takesReplies(topic)) {
      return <Notice icon="lock">{topic.lockedAt ? t("compose.locked") : t("compose.merged")}</Notice>;
    }
    if (actor) return children;
    return (
      <div id="compose" className="cluster" data-key="r">
        <ButtonLink kind="primary" href={signInPath(composePath(topic, replyTo))} rel="nofollow">
          {t("compose.signIn")}
        </ButtonLink>
        <span className="small muted">{t("compose.signInNote")}</span>
      </div>
    );
  }
}
