import type { ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { keepPreference } from "~/features/members/profile.server";
import { BadRequest } from "~/platform/errors";
import { safePath, seeOther, wantsJson } from "~/platform/http/answer.server";
import { preferenceCookie } from "~/platform/http/cookies";
import { readForm } from "~/platform/http/read-form.server";
import { isTheme, themeCookie } from "~/ui/layouts/theme";

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  if (!isTheme(values.theme)) throw new BadRequest("theme-unknown");
  await keepPreference(ctx, { theme: values.theme });
  const isSecure = ctx.config.origin.startsWith("https:");
  const headers = {
    "Set-Cookie": preferenceCookie(themeCookie, values.theme, isSecure, { isForScript: true }),
  };
  if (wantsJson(args.request)) return Response.json({ theme: values.theme }, { headers });
  return seeOther(safePath(values.backTo), headers);
}
