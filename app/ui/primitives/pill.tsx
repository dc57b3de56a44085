import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import type { Hue, Tone } from "./tone";

export interface PillProps {
  tone: Tone;
  icon: IconName;
  /** Takes the place of the tone's own colour. */
  hue?: Hue | null;
  children: ReactNode;
}

/** A state as shape, word and colour, in this order of importance. */
export function Pill({ tone, icon, hue, children }: PillProps) {
  return (
    <span className="pill" data-tone={tone} data-hue={hue ?? undefined}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
