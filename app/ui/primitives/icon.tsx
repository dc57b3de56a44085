import spriteUrl from "../icons.svg?url";
import type { IconName } from "./icon-names";

export interface IconProps {
  name: IconName;
  /** Spoken name. Left out where a word stands beside the icon, which is nearly everywhere. */
  label?: string;
}

export function Icon({ name, label }: IconProps) {
  return (
    <svg
      className="i"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <use href={`${spriteUrl}#i-${name}`} />
    </svg>
  );
}
