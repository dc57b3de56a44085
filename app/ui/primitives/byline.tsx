import type { ReactNode } from "react";
import { Avatar, type AvatarProps } from "./avatar";

export interface BylineProps {
  /** Drawn before the name; left out where the face stands elsewhere. */
  avatar?: AvatarProps;
  name: string;
  href?: string;
  /** Language of the name. */
  lang?: string;
  /** Marks after the name: author, staff, standing. */
  marks?: ReactNode;
  /** A second line under the name. */
  under?: ReactNode;
  /** Time and the like, in the same line. */
  children?: ReactNode;
  end?: ReactNode;
}

export function Byline({ avatar, name, href, lang, marks, under, children, end }: BylineProps) {
  const written = <b lang={lang}>{href ? <a href={href}>{name}</a> : name}</b>;
  return (
    <div className="byline">
      {avatar && <Avatar {...avatar} />}
      {under ? (
        <span>
          {written} {marks}
          <br />
          {under}
        </span>
      ) : (
        <>
          {written}
          {marks}
        </>
      )}
      {children}
      {end && <span className="end">{end}</span>}
    </div>
  );
}
