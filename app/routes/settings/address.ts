import type { ActionFunctionArgs } from "@remix-run/node";
import { askForNewAddress, stopNewAddress } from "~/features/auth/changing-address.server";
import { networkOf } from "~/features/auth/device";
import { ResetSchema } from "~/features/auth/input";
import { requireAllowance } from "~/features/auth/limiting.server";
import { requireProof } from "~/features/auth/proving.server";
import { securitySettingsPath } from "~/features/members/paths";
import { seeOther } from "~/platform/http/answer.server";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";

/** POST asks for another address, DELETE takes that back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const { method, values } = await readForm(args.request);
  if (method === "DELETE") {
    await stopNewAddress(ctx);
    return seeOther(`${securitySettingsPath}#address`);
  }
  const parsed = parseForm(ResetSchema, values);
  if (!parsed.ok) return seeOther(`${securitySettingsPath}?address=invalid#address`);
  const network = networkOf(args.context.clientAddress);
  await requireAllowance(ctx, "accountMail", { memberId: ctx.actor.id, network });
  await askForNewAddress(ctx, parsed.value.email);
  return seeOther(`${securitySettingsPath}?address=asked#address`);
}
