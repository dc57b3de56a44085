import type { ReactNode } from "react";
import { Avatar, type AvatarProps } from "../primitives/avatar";

export interface ReplyFrameProps {
  /** Anchor of the permalink. */
  id: string;
  avatar: AvatarProps;
  /** Name, marks, time: a `Byline` without avatar. */
  byline: ReactNode;
  /** Text and pictures. */
  children: ReactNode;
  /** Small ghost buttons and links. */
  acts?: ReactNode;
  /** The replies to this one: a `Branch`. */
  branch?: ReactNode;
  /** Language of the text, when it is not the page's. */
  lang?: string;
  /** The head of a quote from it: the script offers to quote what is selected in its text. */
  quoteAs?: string | null;
}

export function ReplyFrame({ id, avatar, byline, children, acts, branch, lang, quoteAs }: ReplyFrameProps) {
  return (
    <article className="reply" id={id} tabIndex={-1} data-stop>
      <div className="reply-body" data-stop-body>
        <Avatar {...avatar} />
        <div>
          {byline}
          <div lang={lang} data-quote={quoteAs ?? undefined}>
            {children}
          </div>
          {acts && <div className="acts">{acts}</div>}
        </div>
      </div>
      {branch}
    </article>
  );
}
