import type { ReactNode } from "react";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Avatar } from "../primitives/avatar";
import { Icon } from "../primitives/icon";
import { LetterReference, type Reference } from "./letter-reference";
import { Stamp } from "./stamp";

export interface LetterAuthor {
  name: string;
  /** Job title in the reader's language. */
  title: string;
  lang?: string;
  picture?: string | null;
}

export interface LetterProps {
  id?: string;
  siteName: string;
  author: LetterAuthor;
  reference: Reference;
  /** Under the title: when, to how many, and what became of it since. */
  under?: ReactNode;
  /** In the band, after the words "official reply": the kind of answer. */
  kind?: ReactNode;
  /** Text, pictures. */
  children: ReactNode;
  /** What settled it, did it help. */
  foot?: ReactNode;
}

/**
 * The team's voice in full: band, double frame, overhang, serif, seal and reference. All of it comes from here and from
 * the author's role; were any of it reachable from written text, a member could pass for staff.
 */
export function Letter({ id, siteName, author, reference, under, kind, children, foot }: LetterProps) {
  const t = useText("common");
  const otherTongue = useLocale() === "en" ? "zh-CN" : "en";
  return (
    <article
      className="letter"
      id={id}
      aria-label={t("official.replyBy", { name: author.name, site: siteName })}
    >
      <div className="letter-band">
        <Icon name="seal" />
        {t("official.reply")}{" "}
        {kind ? <small>{kind}</small> : <small lang={otherTongue}>{t("official.replyInOther")}</small>}
        <LetterReference {...reference} isSpoken />
      </div>
      <div className="letter-in">
        <div className="letter-from">
          <Avatar name={author.name} picture={author.picture} isStaff size="l" />
          <div>
            <b lang={author.lang}>{author.name}</b>
            <p>
              {t("official.byline", { title: author.title, site: siteName })}
              {under && <br />}
              {under}
            </p>
          </div>
          <Stamp siteName={siteName} mark={t("official.stamp")} />
        </div>
        {children}
        {foot && <div className="letter-foot">{foot}</div>}
      </div>
    </article>
  );
}
