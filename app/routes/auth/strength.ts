import type { ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { tidyPassword } from "~/features/auth/password-rules";
import { judgePassword, strengthOf } from "~/features/auth/password-strength.server";
import { readSite } from "~/features/site/settings.server";
import { readForm } from "~/platform/http/read-form.server";

/** How strong a password is, 0 to 4. Kept nowhere and logged nowhere; what is too easy by a rule counts as 0. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  const { name: siteName } = await readSite(ctx);
  const password = tidyPassword(values.password ?? "");
  const owner = {
    siteName,
    name: ctx.actor?.name ?? (values.name ?? "").slice(0, 100),
    email: (values.email ?? "").slice(0, 254),
  };
  const refusal = await judgePassword(password, owner);
  const level = refusal && refusal !== "password-weak" ? 0 : await strengthOf(password, owner);
  return Response.json({ level });
}
