import type { ReactNode } from "react";
import { KindLabel, type KindLook } from "../primitives/kind-label";

export interface ReleaseChange {
  id: string | number;
  look: KindLook;
  /** The look in words. */
  kind: string;
  text: ReactNode;
  lang?: string;
  /** Who asked for it, with a link. */
  asked?: ReactNode;
}

export interface ReleaseEntryProps {
  id: string;
  /** Version, or the day when there is none. */
  mark: ReactNode;
  /** Under the mark: date, platforms. */
  when: readonly ReactNode[];
  title: ReactNode;
  /** The entry is the whole page, so its title is the page's. */
  isPage?: boolean;
  lang?: string;
  /** A `Prose`, a picture. */
  children?: ReactNode;
  changes?: readonly ReleaseChange[];
  /** Reactions, comments, a word from the team. */
  foot?: ReactNode;
}

export function ReleaseEntry({
  id,
  mark,
  when,
  title,
  isPage,
  lang,
  children,
  changes = [],
  foot,
}: ReleaseEntryProps) {
  return (
    <article className="release" id={id}>
      <div className="release-when">
        <b>{mark}</b>
        {when.map((line, index) => (
          <span key={index}>{line}</span>
        ))}
      </div>
      <div>
        {isPage ? (
          <h1 className="page-title mb-4" lang={lang}>
            {title}
          </h1>
        ) : (
          <h3 lang={lang}>{title}</h3>
        )}
        {children}
        {changes.length > 0 && (
          <ul className="changes">
            {changes.map((change) => (
              <li key={change.id}>
                <KindLabel look={change.look}>{change.kind}</KindLabel>
                <div lang={change.lang}>
                  {change.text}
                  {change.asked && <p className="asked">{change.asked}</p>}
                </div>
              </li>
            ))}
          </ul>
        )}
        {foot}
      </div>
    </article>
  );
}
