import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Byline } from "../primitives/byline";
import { Icon } from "../primitives/icon";
import type { LetterAuthor } from "./letter";
import { LetterReference, type Reference } from "./letter-reference";

export interface SmallLetterProps {
  reference: Reference;
  author?: LetterAuthor;
  /** In the band: the day. */
  note?: ReactNode;
  /** Above the text, as in search: a heading with its link. */
  title?: ReactNode;
  children: ReactNode;
  /** Under the text: where it stands, what settled it. */
  foot?: ReactNode;
}

/** A letter in a list, a result or a sidebar. */
export function SmallLetter({ reference, author, note, title, children, foot }: SmallLetterProps) {
  const t = useText("common");
  return (
    <article className="letter" data-size="s">
      <div className="letter-band">
        <Icon name="seal" />
        {t("official.reply")} {note && <small>{note}</small>}
        <LetterReference {...reference} />
      </div>
      <div className="letter-in stack" data-gap="3">
        {title}
        {children}
        {author && (
          <Byline avatar={{ ...author, isStaff: true, size: "s" }} name={author.name} lang={author.lang}>
            {author.title}
          </Byline>
        )}
        {foot}
      </div>
    </article>
  );
}
