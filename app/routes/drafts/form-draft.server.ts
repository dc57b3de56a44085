import type { Context } from "~/features/members/context";
import type { FormDraft } from "~/features/topics/components/draft-line";
import { type DraftForm, draftKey } from "~/features/topics/draft-form";
import { type Draft, findDraft } from "~/features/topics/reading-drafts.server";

/** A form's draft as its page shows it; none for a guest, who has no drafts. */
export async function readFormDraft(ctx: Context, form: DraftForm): Promise<FormDraft | undefined> {
  return ctx.actor ? { form, found: await findDraft(ctx, form), now: ctx.clock.now() } : undefined;
}

/** The same for the forms of one page, by names of its own, out of the drafts that were read with the page. */
export function formDrafts<Name extends string>(
  forms: Readonly<Record<Name, DraftForm>>,
  drafts: ReadonlyMap<string, Draft>,
  now: Date,
): Record<Name, FormDraft> {
  const shown = Object.entries<DraftForm>(forms).map(([name, form]): [string, FormDraft] => [
    name,
    { form, found: drafts.get(draftKey(form)) ?? null, now },
  ]);
  return Object.fromEntries(shown) as Record<Name, FormDraft>;
}
