import { initialsOf, tintOf } from "./initials";

export interface AvatarProps {
  name: string;
  /** Staff are square and blue, everyone else is round and never blue. */
  isStaff?: boolean;
  size?: "s" | "m" | "l";
  /** Address of an uploaded picture, already checked by whoever stores it. */
  picture?: string | null;
}

/** A face beside a name. It repeats the name, so readers of the page by ear are spared it. */
export function Avatar({ name, isStaff = false, size = "m", picture }: AvatarProps) {
  const className = isStaff ? "avatar staff" : "avatar";
  const dataSize = size === "m" ? undefined : size;
  if (picture) {
    return (
      <img
        className={className}
        data-size={dataSize}
        src={picture}
        alt=""
        width={40}
        height={40}
        loading="lazy"
      />
    );
  }
  const tint = tintOf(name);
  return (
    <span className={className} data-tint={tint} data-size={dataSize} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
