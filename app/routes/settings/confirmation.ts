import type { ActionFunctionArgs } from "@remix-run/node";
import { askAgain } from "~/features/auth/confirming-address.server";
import { networkOf } from "~/features/auth/device";
import { requireMember } from "~/features/auth/identifying.server";
import { requireAllowance } from "~/features/auth/limiting.server";
import { securitySettingsPath } from "~/features/members/paths";
import { seeOther } from "~/platform/http/answer.server";

/** Sends the mail that confirms the own address once more. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const network = networkOf(args.context.clientAddress);
  await requireAllowance(ctx, "accountMail", { memberId: ctx.actor.id, network });
  await askAgain(ctx);
  return seeOther(`${securitySettingsPath}?address=asked#address`);
}
