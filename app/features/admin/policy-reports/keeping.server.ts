import type { Context } from "~/features/members/context";
import type { PolicyReport } from "./report";

// Anybody may send reports, so they are counted and not collected.
const mostKept = 500;

/** Counts a report. Of what nobody reported before, five hundred kinds are kept and the rest is dropped. */
export async function keepPolicyReport({ db, clock }: Context, report: PolicyReport): Promise<void> {
  const again = { times: { increment: 1 }, lastAt: clock.now() };
  const { count } = await db.policyReport.updateMany({ where: report, data: again });
  if (count > 0 || (await db.policyReport.count()) >= mostKept) return;
  await db.policyReport.upsert({
    where: { directive_blocked_page: report },
    create: { ...report, firstAt: clock.now(), lastAt: clock.now() },
    update: again,
  });
}
