import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";

export interface SealLineProps {
  /** "Nadia Farouk, Product". Left out where a byline stands right above. */
  author?: ReactNode;
  children: ReactNode;
}

/** One sentence from staff inside a thread or a list. */
export function SealLine({ author, children }: SealLineProps) {
  return (
    <div className="seal-line">
      <Icon name="seal" />
      <div>
        {author && (
          <>
            <b>{author}</b>
            <br />
          </>
        )}
        {children}
      </div>
    </div>
  );
}
