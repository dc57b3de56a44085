export const adminAreasPath = "/admin/areas";
export const adminSuggestionsPath = "/admin/suggestions";
export const adminResponsePath = "/admin/response";
export const adminMailsPath = "/admin/mails";
export const adminPolicyReportsPath = "/admin/policy-reports";
/** Where browsers send them. */
export const policyReportsPath = "/policy-reports";

export function adminAuditPath({ kind, before }: { kind?: string; before?: number } = {}): string {
  const query = new URLSearchParams();
  if (kind) query.set("kind", kind);
  if (before) query.set("before", String(before));
  return query.size > 0 ? `/admin/audit?${query}` : "/admin/audit";
}

export function keptMailPath(name: string): string {
  return `${adminMailsPath}/${encodeURIComponent(name)}`;
}

export function keptMailBodyPath(name: string): string {
  return `${keptMailPath(name)}/body`;
}

export function firstRunPath(token: string): string {
  return `/first-run/${token}`;
}
