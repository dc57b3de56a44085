import type { ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { askForNewPasskey, askForPasskey } from "~/features/auth/passkeys.server";
import { requireProof } from "~/features/auth/proving.server";
import { readForm } from "~/platform/http/read-form.server";

/** What the browser's authenticator is asked: to sign in, or to make a key for who is signed in. */
export async function action(args: ActionFunctionArgs) {
  const { values } = await readForm(args.request);
  if (values.for === "create") return Response.json(await askForNewPasskey(await requireProof(args)));
  return Response.json(await askForPasskey(await visitor(args)));
}
