import { type Role, roles } from "~/features/members/role";

/** The least somebody must be. Roles rise: whoever is more may too. */
export type Entrant = "anyone" | Role;

/** Of one address: who may read there and who may send a form there. What is not named, the address does not take. */
export type Access = { read: Entrant; change?: Entrant } | { read?: undefined; change: Entrant };

export function mayEnter(actor: { role: Role } | null, entrant: Entrant): boolean {
  if (entrant === "anyone") return true;
  return actor !== null && roles.indexOf(actor.role) >= roles.indexOf(entrant);
}
