import type { MemberContext } from "~/features/members/context";
import type { DraftConflictProps } from "~/features/topics/components/draft-conflict";
import type { DraftForm } from "~/features/topics/draft-form";
import type { SavedDraft } from "~/features/topics/drafts.server";
import { draftPath } from "~/features/topics/paths";
import { findDraft } from "~/features/topics/reading-drafts.server";
import type { SentForm } from "~/platform/http/read-form.server";
import { formPath } from "./form-path.server";

interface NotKept {
  draft: DraftForm;
  form: SentForm;
  saved: SavedDraft & { ok: false };
  attachmentIds: readonly string[];
}

/** What the page shows of a draft that was not kept: all of it, beside the one that stood in its way. */
export async function conflictOf(
  ctx: MemberContext,
  { draft, form, saved, attachmentIds }: NotKept,
): Promise<DraftConflictProps> {
  return {
    reason: saved.reason,
    newer: saved.reason === "newer-draft" ? await findDraft(ctx, draft) : null,
    sent: sentAgain(form, attachmentIds),
    path: draftPath(draft),
    formPath: formPath(draft),
    now: ctx.clock.now(),
  };
}

/** All that was sent, for sending it once more; pictures as what the server keeps of them. */
function sentAgain({ fields }: SentForm, attachmentIds: readonly string[]): [name: string, value: string][] {
  const typed = fields.filter(([name]) => !/^(draft|attachment|remove-attachment|_method|alt)$/.test(name));
  return [...typed, ...attachmentIds.map((id): [string, string] => ["attachment", id])];
}
