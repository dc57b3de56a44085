import type { ReactNode } from "react";

export interface SimilarPanelProps {
  id: string;
  /** Answers `?q=` with an HTML fragment for the inside of this panel. */
  url: string;
  /** Id of the control whose text is compared. */
  watch: string;
  /** What the server already knows, the way without script. */
  children?: ReactNode;
}

/** A place that fills with what others wrote before, while the reader writes. It never blocks. */
export function SimilarPanel({ id, url, watch, children }: SimilarPanelProps) {
  return (
    <div id={id} data-similar={url} data-watch={watch} aria-live="polite">
      {children}
    </div>
  );
}
