import { useText } from "~/platform/i18n/use-text";
import { TextLink } from "~/ui/primitives/text-link";
import type { AnsweredReply as Answered } from "../answering.server";
import { langOf } from "../language";

/** Over the composer: the reply somebody is about to answer, and the way to answer the topic instead. */
export function AnsweredReply({ name, excerpt, language, insteadHref }: Answered & { insteadHref: string }) {
  const t = useText("topics");
  return (
    <div className="stack mb-4" data-gap="2">
      <p className="small">
        <b>{t("compose.answering", { name })}</b>{" "}
        <TextLink href={insteadHref}>{t("compose.stopAnswering")}</TextLink>
      </p>
      <blockquote className="small muted" lang={langOf(language)}>
        {excerpt}
      </blockquote>
    </div>
  );
}
