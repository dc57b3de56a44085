import type { ReactNode } from "react";
import { officialReplyPath } from "~/features/official/paths";
import { areaName } from "~/features/site/area";
import { StatusPill } from "~/features/topics/components/status-pill";
import { TopicByline } from "~/features/topics/components/topic-byline";
import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import type { Topic } from "~/features/topics/reading.server";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Prose } from "~/ui/patterns/prose";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { IconLink } from "~/ui/primitives/icon-link";
import { MetaLine } from "~/ui/primitives/meta-line";

export interface InboxPreviewProps {
  topic: Topic | null;
  /** Whether something was asked for that is not there. */
  isGone: boolean;
  closeHref: string;
  mayAnswer: boolean;
  now: Date;
  /** Who answers it, and what staff say among themselves. */
  children?: ReactNode;
}

/** A topic beside the list, to be read without leaving it. */
export function InboxPreview({ topic, isGone, closeHref, mayAnswer, now, children }: InboxPreviewProps) {
  const t = useText("inbox");
  const locale = useLocale();
  if (!topic) {
    return (
      <section className="preview" id="preview" aria-label={t("preview.label")}>
        <div className="preview-body">
          <EmptyState icon="inbox" title={isGone ? t("preview.gone") : t("preview.none")}>
            {t("preview.noneHint")}
          </EmptyState>
        </div>
      </section>
    );
  }
  const { number, status, board, area, title, bodyHtml, language, counts } = topic;
  const lang = langOf(language);
  return (
    <section className="preview" id="preview" aria-label={t("preview.label")}>
      <header>
        <div className="spread">
          <MetaLine
            lead={<StatusPill status={status} board={board} />}
            items={[
              area.slug && areaName(area, locale),
              `#${number}`,
              counts.affected > 0 && t("affected", { count: counts.affected }),
            ]}
          />
          <IconLink href={closeHref} icon="x" label={t("preview.close")} />
        </div>
        <h2 lang={lang}>
          <a href={topicPath(topic)}>{title}</a>
        </h2>
      </header>
      <div className="preview-body">
        <div>
          <TopicByline topic={topic} now={now} />
          <Prose html={bodyHtml} size="m" lang={lang} />
        </div>
        {children}
      </div>
      <div className="answer">
        <div className="cluster">
          {mayAnswer && (
            <ButtonLink kind="official" icon="seal" href={officialReplyPath({ number })} data-key="r">
              {t("preview.answer")}
            </ButtonLink>
          )}
          <ButtonLink href={topicPath(topic)}>{t("preview.open")}</ButtonLink>
        </div>
      </div>
    </section>
  );
}
