import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember, visitor } from "~/features/auth/identifying.server";
import { flagPost } from "~/features/moderation/flagging.server";
import { readFlagView } from "~/features/moderation/flag-form.server";
import { FlagSchema } from "~/features/moderation/input";
import { ownFlagsPath } from "~/features/moderation/paths";
import type { PostAddress } from "~/features/moderation/post";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readForm } from "~/platform/http/read-form.server";

// A topic and a reply are reported the same way, at an address of their own.

export async function loadFlag(args: LoaderFunctionArgs, post: PostAddress) {
  return { view: await readFlagView(await visitor(args), post) };
}

/** POST reports. A guest signs in first; what they chose goes on after it. */
export async function sendFlag(args: ActionFunctionArgs, post: PostAddress) {
  const ctx = await requireMember(args);
  const { values } = await readForm(args.request);
  const parsed = parseForm(FlagSchema, values);
  if (!parsed.ok) {
    // A form about what is not there for them is not worth a second try.
    await readFlagView(ctx, post);
    return formAgain(parsed.errors, values);
  }
  const outcome = await flagPost(ctx, { ...post, ...parsed.value });
  if (!outcome.ok) return formAgain(formError(outcome.reason), values, { status: 409 });
  return seeOther(`${ownFlagsPath()}?sent=${outcome.isHidden ? "hidden" : "1"}`);
}
