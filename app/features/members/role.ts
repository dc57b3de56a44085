/** What a member may do, in rising order. Moderators decide reports, staff answer officially, admins change the site. */
export const roles = ["member", "moderator", "staff", "admin"] as const;
export type Role = (typeof roles)[number];

export function isRole(value: unknown): value is Role {
  return roles.includes(value as Role);
}

type Someone = { role: Role } | null;

export function isStaff(someone: Someone): boolean {
  return someone?.role === "staff" || someone?.role === "admin";
}

export function isModerator(someone: Someone): boolean {
  return someone?.role === "moderator" || isStaff(someone);
}

export function isAdmin(someone: Someone): boolean {
  return someone?.role === "admin";
}
