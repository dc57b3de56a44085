import type { Segment } from "~/platform/search-engine/port";

/** A text with what was found in it. Every part is text: nothing a member wrote can become markup here. */
export function MarkedText({ segments }: { segments: readonly Segment[] }) {
  return <>{segments.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>;
}
