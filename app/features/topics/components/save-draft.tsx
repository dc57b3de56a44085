import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import type { DraftForm } from "../draft-form";
import { draftPath } from "../paths";

/** Marks of a `<form>` whose text is kept on the server while it is typed. */
export function draftMarks(form: DraftForm | undefined): { "data-draft"?: string } {
  return form ? { "data-draft": draftPath(form) } : {};
}

/** The same for a guest, whose text stays in the browser until they sign in. */
export function guestDraftMarks(form: DraftForm): { "data-draft-here": string } {
  return { "data-draft-here": draftPath(form) };
}

export interface SaveDraftProps {
  form: DraftForm;
  /** Which draft the page began from, if any. */
  stamp?: string;
  /** "Save draft" unless the form has that already. */
  label?: string;
  /** Id of the form, where the button stands outside of it. */
  formId?: string;
}

/** Keeps the form as a draft: by pressing, and quietly by itself where there is script. Stands inside the form. */
export function SaveDraft({ form, stamp = "", label, formId }: SaveDraftProps) {
  const t = useText("topics");
  return (
    <>
      <input type="hidden" name="draft" value={stamp} form={formId} />
      <Button
        kind="ghost"
        form={formId}
        formAction={draftPath(form)}
        formMethod="post"
        formNoValidate
        data-save-draft
      >
        {label ?? t("draft.save")}
      </Button>
      <DraftStatus formId={formId} />
    </>
  );
}

/** Where the script says that a form is kept; empty without it. `formId` names a form it stands outside of. */
export function DraftStatus({ formId }: { formId?: string }) {
  const t = useText("topics");
  return (
    <span
      className="small faint draft-status"
      data-draft-status
      data-of={formId}
      data-text-saved={t("draft.saved", { time: "{time}" })}
      data-text-local={t("draft.local")}
      data-text-newer={t("draft.newer", { time: "{time}" })}
      data-text-take={t("draft.take")}
      data-text-keep={t("draft.keepMine")}
      data-text-put-back={t("draft.putBack")}
      data-text-sent={t("draft.sentBefore")}
      data-text-discard={t("draft.discard")}
    />
  );
}
