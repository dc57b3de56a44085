import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { prepareText } from "~/features/topics/text.server";
import { maxBodyCharacters } from "~/features/topics/topic";
import { TooLarge } from "~/platform/errors";
import { readForm } from "~/platform/http/read-form.server";

/** What a text would look like, as a fragment of markup: the same way it is made when it is posted. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { values } = await readForm(args.request);
  const body = values.body ?? "";
  // A surrogate pair is one character of the limit and two units of the string.
  if (body.length > 2 * maxBodyCharacters) throw new TooLarge("body-too-long");
  const { bodyHtml } = await prepareText(ctx, { body });
  return new Response(bodyHtml, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}
