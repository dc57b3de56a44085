import { z } from "zod";
import { loggedPath } from "~/platform/log/logged-path";

/** What a browser did not load or run on a page, and where it would have come from. */
export interface PolicyReport {
  directive: string;
  /** An origin, or a word such as "inline" or "eval". */
  blocked: string;
  /** Path of the page; what follows a one-time link is left out. */
  page: string;
}

export const mostReportBytes = 64 * 1024;
const longestPage = 200;

const ReportSchema = z.object({
  "csp-report": z
    .object({
      "document-uri": z.string(),
      "effective-directive": z.string().optional(),
      "violated-directive": z.string().optional(),
      "blocked-uri": z.string().default(""),
    })
    .transform((report) => ({
      page: report["document-uri"],
      directive: report["effective-directive"] ?? report["violated-directive"] ?? "",
      blocked: report["blocked-uri"],
    })),
});

/** What a browser sent about a page of this origin; null for whatever else was sent. */
export function readPolicyReport(sent: unknown, origin: string): PolicyReport | null {
  const parsed = ReportSchema.safeParse(sent);
  return parsed.success ? tidied(parsed.data["csp-report"], origin) : null;
}

function tidied({ page, directive, blocked }: PolicyReport, origin: string): PolicyReport | null {
  if (!URL.canParse(page) || new URL(page).origin !== origin) return null;
  const name = /^[a-z][a-z-]{2,39}/.exec(directive)?.[0];
  if (!name) return null;
  return {
    directive: name,
    blocked: sourceOf(blocked),
    // One slash: two would make a link to somewhere else of it.
    page: loggedPath(new URL(page).pathname.replace(/^\/+/, "/")).slice(0, longestPage),
  };
}

/** Never the whole address: a path or a query may hold what a page is about. */
function sourceOf(blocked: string): string {
  if (/^[a-z-]{1,20}$/.test(blocked)) return blocked;
  if (!URL.canParse(blocked)) return "unknown";
  const { protocol, host } = new URL(blocked);
  return /^(https?|wss?):$/.test(protocol) ? `${protocol}//${host}`.slice(0, 200) : protocol.slice(0, 40);
}
