import type { Platform } from "~/platform/platform";
import type { Check } from "./examination/check";
import { auditCheck } from "./examination/audit.server";
import { forgottenFilesCheck } from "./examination/forgotten-files.server";
import { counterChecks } from "./examination/counters.server";
import { mailChecks } from "./examination/mails.server";
import { moderationChecks } from "./examination/moderation.server";
import { obligationCheck } from "./examination/obligations.server";
import { ownDataChecks } from "./examination/own-data.server";
import { orphanChecks } from "./examination/orphans.server";
import { indexDriftCheck } from "./examination/index-drift.server";
import { namesCheck } from "./examination/names.server";
import { reactionChecks } from "./examination/reactions.server";
import { voteChecks } from "./examination/votes.server";
import { outboxCheck } from "./examination/outbox.server";
import { missingFilesCheck } from "./examination/missing-files.server";

export interface Finding {
  check: string;
  count: number;
  fixed: number;
}

const checks: Check[] = [
  ...voteChecks,
  ...counterChecks,
  ...reactionChecks,
  ...orphanChecks,
  namesCheck,
  obligationCheck,
  ...moderationChecks,
  ...mailChecks,
  missingFilesCheck,
  forgottenFilesCheck,
  ...ownDataChecks,
  outboxCheck,
  indexDriftCheck,
  auditCheck,
];

export async function examine(
  platform: Platform,
  options: { isFixing: boolean; onCheck: (name: string, done: number, total: number) => void },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, check] of checks.entries()) {
    options.onCheck(check.name, index, checks.length);
    const count = await check.count(platform);
    const fixed = count > 0 && options.isFixing && check.fix ? await check.fix(platform) : 0;
    findings.push({ check: check.name, count, fixed });
  }
  return findings;
}
