import type { ReactNode } from "react";
import { Icon } from "../primitives/icon";
import type { IconName } from "../primitives/icon-names";

export interface SettingItemProps {
  icon: IconName;
  title: ReactNode;
  note?: ReactNode;
  /** A pill, a button, or both. */
  end?: ReactNode;
}

/** A thing one has: a device, a key, a code sheet. Items go in a `ul`. */
export function SettingItem({ icon, title, note, end }: SettingItemProps) {
  return (
    <li className="item">
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        {note && <small>{note}</small>}
      </span>
      {end && <span className="cluster">{end}</span>}
    </li>
  );
}
