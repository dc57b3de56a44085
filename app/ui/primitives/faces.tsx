import { Avatar } from "./avatar";

export interface FacesProps {
  people: readonly { name: string; isStaff?: boolean; picture?: string | null }[];
}

/** A few of many, overlapping. The number is said in words beside them. */
export function Faces({ people }: FacesProps) {
  return (
    <span className="faces" aria-hidden="true">
      {people.map((person) => (
        <Avatar key={person.name} {...person} size="s" />
      ))}
    </span>
  );
}
