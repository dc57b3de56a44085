import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { readPost } from "~/features/attachments/upload-form.server";
import { requireMember } from "~/features/auth/identifying.server";
import { setAffected, unsetAffected } from "~/features/discussions/affecting.server";
import type { MemberContext } from "~/features/members/context";
import { pageMeta } from "~/features/site/page-meta";
import { castVote, withdrawVote } from "~/features/suggestions/voting.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { DraftConflict, type DraftConflictProps } from "~/features/topics/components/draft-conflict";
import { getTopicAddress } from "~/features/topics/finding.server";
import { Conflict } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { conflictOf } from "./conflict.server";
import { formPath } from "./form-path.server";
import { draftFormIn, saveSentDraft } from "./sent-draft.server";

/** Joins what was posted before instead of posting: first what was written is kept, then the vote or the "me too" counts. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const draft = draftFormIn(args);
  const number = topicNumberIn(args);
  const { form, pictures } = await readPost(ctx, args.request);
  // A draft is empty, too, for somebody who typed nothing; only one that could not be kept stops the rest.
  const saved = await saveSentDraft(ctx, draft, { form, pictures });
  if (!saved.ok && saved.reason !== "already-sent") {
    const conflict = await conflictOf(ctx, { draft, form, saved, attachmentIds: pictures.attachmentIds });
    return data<DraftConflictProps>(conflict, { status: conflict.newer ? 409 : 422 });
  }
  const isBack = form.method === "DELETE";
  await join(ctx, number, isBack);
  const path = formPath(draft);
  if (isBack) return seeOther(path);
  return seeOther(`${path}${path.includes("?") ? "&" : "?"}joined=${number}`);
}

async function join(ctx: MemberContext, number: number, isBack: boolean): Promise<void> {
  const { board } = await getTopicAddress(ctx, number);
  if (board === "discussion") {
    await (isBack ? unsetAffected(ctx, { number }) : setAffected(ctx, { number }));
    return;
  }
  const outcome = await (isBack ? withdrawVote(ctx, { number }) : castVote(ctx, { number }));
  if (!outcome.ok) throw new Conflict(outcome.reason);
}

/** Whoever opens the address itself is led to the form. */
export async function loader(args: LoaderFunctionArgs) {
  await requireMember(args);
  return { path: formPath(draftFormIn(args)) };
}

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "topics")("draft.notKept"), isIndexed: false }));

export default function InsteadRoute() {
  const conflict = useActionData<DraftConflictProps>();
  const t = useText("topics");
  return (
    <Page>
      <PageHead title={t(conflict?.newer ? "draft.newerTitle" : "draft.notKept")} />
      {conflict && <DraftConflict {...conflict} />}
    </Page>
  );
}
