import type { ActionFunctionArgs } from "@remix-run/node";
import { requireProof } from "~/features/auth/proving.server";
import { dataSettingsPath } from "~/features/members/paths";
import { askForCopy } from "~/features/own-data/asking.server";
import { seeOther } from "~/platform/http/answer.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const outcome = await askForCopy(ctx);
  return seeOther(outcome.ok ? dataSettingsPath : `${dataSettingsPath}?too-soon`);
}
