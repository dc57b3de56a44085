import type { ReactNode } from "react";
import { useLocale } from "~/platform/i18n/use-text";
import { writeShare } from "./number";

export interface ProgressMeterProps {
  /** From 0 to 1. */
  share: number;
  label: string;
  /** What is missing, what it would bring. */
  children?: ReactNode;
}

const steps = 10;

/** How complete something is, in ten steps. */
export function ProgressMeter({ share, label, children }: ProgressMeterProps) {
  const locale = useLocale();
  const percent = Math.round(share * 100);
  const filled = Math.round(share * steps);
  return (
    <div className="meter">
      <span className="num">{writeShare(locale, share)}</span>
      <div
        className="bar"
        role="meter"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-label={label}
      >
        {Array.from({ length: steps }, (_, index) => (
          <i key={index} data-on={index < filled || undefined} />
        ))}
      </div>
      {children && <p>{children}</p>}
    </div>
  );
}
