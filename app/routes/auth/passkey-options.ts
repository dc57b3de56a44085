import type { ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { NamedAccountSchema } from "~/features/auth/input";
import { askToJoin } from "~/features/auth/joining-by-passkey.server";
import { askForNewPasskey, askForPasskey } from "~/features/auth/passkeys.server";
import { requireProof } from "~/features/auth/proving.server";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";

/**
 * What the browser's authenticator is asked: to sign in, or to make a key for who is signed in or wants an account.
 * 422 where the form must be answered first.
 */
export async function action(args: ActionFunctionArgs) {
  const { values } = await readForm(args.request);
  if (values.for === "create") return Response.json(await askForNewPasskey(await requireProof(args)));
  const ctx = await visitor(args);
  if (values.for !== "join") return Response.json(await askForPasskey(ctx));
  const parsed = parseForm(NamedAccountSchema, values);
  const options = parsed.ok ? await askToJoin(ctx, parsed.value) : null;
  return options ? Response.json(options) : Response.json({ id: "form-first" }, { status: 422 });
}
