import type { ReactNode } from "react";

export interface TimeGaugeProps {
  /** How much of the time allowed is gone, from 0 to 1; more than 1 is late. */
  share: number;
  state: "fine" | "soon" | "late";
  /** The same in words. */
  children: ReactNode;
}

/** A small bar and the words it stands for. */
export function TimeGauge({ share, state, children }: TimeGaugeProps) {
  const width = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <span className="sla" data-s={state === "fine" ? undefined : state}>
      <svg className="g" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={width} height="10" />
      </svg>
      {children}
    </span>
  );
}
