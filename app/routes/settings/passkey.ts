import type { ActionFunctionArgs } from "@remix-run/node";
import { removePasskey, renamePasskey } from "~/features/auth/passkeys.server";
import { requireProof } from "~/features/auth/proving.server";
import { signedInHeaders, visitOf } from "~/features/auth/sessions.server";
import { securitySettingsPath } from "~/features/members/paths";
import { MethodNotAllowed } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** PUT gives a key another name, DELETE takes it away. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireProof(args);
  const { method, values } = await readForm(args.request);
  const id = args.params.id!;
  const back = `${securitySettingsPath}#passkeys`;
  if (method === "PUT") {
    await renamePasskey(ctx, id, values.name ?? "");
    return seeOther(back);
  }
  if (method !== "DELETE") throw new MethodNotAllowed();
  const visit = await visitOf(args);
  const removed = await removePasskey(ctx, id, visit);
  if (!removed.ok) return seeOther(`${securitySettingsPath}?passkey=last#passkeys`);
  return seeOther(back, signedInHeaders(ctx, visit, removed.cookie));
}
