import type { ActionFunctionArgs } from "@remix-run/node";
import { keyboardPath } from "~/features/site/paths";
import { BadRequest } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { preferenceCookie } from "~/platform/http/cookies";
import { readForm } from "~/platform/http/read-form.server";
import { isShortcutChoice, shortcutsCookie } from "~/ui/layouts/shortcuts";

/** Keeps in the browser whether single keys do anything: whom they disturb, they disturb there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { values } = await readForm(request);
  if (!isShortcutChoice(values.keys)) throw new BadRequest("choice-unknown");
  const isSecure = context.platform.config.origin.startsWith("https:");
  const cookie = preferenceCookie(shortcutsCookie, values.keys, isSecure, { isForScript: true });
  return seeOther(`${keyboardPath}#single-keys`, { "Set-Cookie": cookie });
}

export function loader() {
  return seeOther(keyboardPath);
}
