import type { ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { keepPreference } from "~/features/members/profile.server";
import { isLocale } from "~/locales/locales";
import { BadRequest } from "~/platform/errors";
import { safePath, seeOther } from "~/platform/http/answer.server";
import { preferenceCookie } from "~/platform/http/cookies";
import { readForm } from "~/platform/http/read-form.server";

export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const { values } = await readForm(args.request);
  if (!isLocale(values.locale)) throw new BadRequest("locale-unknown");
  await keepPreference(ctx, { locale: values.locale });
  const cookie = preferenceCookie("locale", values.locale, ctx.config.origin.startsWith("https:"));
  return seeOther(safePath(values.backTo), { "Set-Cookie": cookie });
}
