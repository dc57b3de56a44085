import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { announcementPath, announcementReactionsPath } from "~/features/changelog/paths";
import { reactToAnnouncement } from "~/features/changelog/reacting.server";
import { reactedPath } from "~/features/topics/paths";
import { answerReaction, readReaction } from "~/features/topics/reaction-form.server";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";

/** POST with `set` says it, `unset` or DELETE takes it back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const slug = args.params.slug!;
  const shown = await reactToAnnouncement(ctx, { slug, ...readReaction(await readForm(args.request)) });
  return answerReaction(args.request, shown, announcementPath({ slug }));
}

export function loader({ params }: LoaderFunctionArgs) {
  return seeOther(reactedPath(announcementReactionsPath({ slug: params.slug! })));
}
