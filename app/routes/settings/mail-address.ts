import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { tryAddressAgain } from "~/features/mailing/address-state.server";
import { notificationSettingsPath } from "~/features/notifications/paths";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  await readForm(args.request);
  await tryAddressAgain(ctx);
  return seeOther(`${notificationSettingsPath}?saved`);
}
