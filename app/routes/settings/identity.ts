import type { ActionFunctionArgs } from "@remix-run/node";
import { unlinkIdentity } from "~/features/auth/external/identities.server";
import { requireProof } from "~/features/auth/proving.server";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { MethodNotAllowed } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** DELETE disconnects an account elsewhere from the own one. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const { method } = await readForm(args.request);
  if (method !== "DELETE") throw new MethodNotAllowed();
  const visit = await visitOf(args);
  const removed = await unlinkIdentity(ctx, args.params.handle!, visit);
  if (!removed.ok) return seeOther(`${securitySettingsPath}?elsewhere=last#elsewhere`);
  const headers = signedInHeaders(ctx, visit, removed.cookie);
  return seeOther(`${securitySettingsPath}?elsewhere=removed#elsewhere`, headers);
}
