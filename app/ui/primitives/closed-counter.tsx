import { useLocale } from "~/platform/i18n/use-text";
import { writeCount } from "./number";

export interface ClosedCounterProps {
  count: number;
  /** What the number counts, for ears: "11 votes". */
  label: string;
  /** The reader is among those counted. */
  isOwn?: boolean;
  size?: "s" | "m";
}

/** A counter that takes no more presses: no base, no arrow. */
export function ClosedCounter({ count, label, isOwn, size = "m" }: ClosedCounterProps) {
  const locale = useLocale();
  return (
    <span
      className="vote"
      data-closed
      data-own={isOwn || undefined}
      data-size={size === "s" ? "s" : undefined}
    >
      <span aria-hidden="true">{writeCount(locale, count)}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
