import type { Context } from "~/features/members/context";
import { requireAdmin } from "../managing.server";
import type { PolicyReport } from "./report";

const shown = 100;

export interface CountedReport extends PolicyReport {
  id: number;
  times: number;
  lastAt: Date;
}

/** What browsers refused lately, the latest first, at most a hundred kinds. Admins only. */
export function listPolicyReports(ctx: Context): Promise<CountedReport[]> {
  requireAdmin(ctx);
  return ctx.db.policyReport.findMany({ orderBy: [{ lastAt: "desc" }, { id: "desc" }], take: shown });
}

/** Forgets all of them, to see whether they come again. */
export async function forgetPolicyReports(ctx: Context): Promise<void> {
  requireAdmin(ctx);
  await ctx.db.policyReport.deleteMany();
}
