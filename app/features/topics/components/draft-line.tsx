import { useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Time } from "~/ui/primitives/time";
import type { DraftForm } from "../draft-form";
import { draftPath } from "../paths";
import type { Draft } from "../reading-drafts.server";

export interface FormDraft {
  form: DraftForm;
  /** What was left unfinished in it, when something was. */
  found: Draft | null;
  now: Date;
}

/** Over a form that opened with a draft in it: since when it waits, and the way to begin anew. */
export function DraftLine({ form, found, now }: FormDraft) {
  const t = useText("topics");
  if (!found) return null;
  return (
    <form className="draft-line" method="post" action={draftPath(form)}>
      <HiddenFields method="DELETE" />
      <Icon name="edit" />
      <span>{t.rich("draft.of", { time: () => <Time at={found.savedAt} now={now} form="clock" /> })}</span>
      <button type="submit" className="text-button">
        {t("draft.discard")}
      </button>
    </form>
  );
}
