import type { ReactNode } from "react";
import { AttachmentField } from "~/features/attachments/components/attachment-field";
import type { KeptUpload } from "~/features/attachments/kept-uploads";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { ComposerPreview } from "~/ui/patterns/composer-preview";
import { MarkdownField } from "~/ui/patterns/markdown-field";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import { maxTags } from "../topic";
import { mentionsPath } from "../paths";
import { typedIn } from "../typed-in";
import { DraftLine, type FormDraft } from "./draft-line";
import { draftMarks, SaveDraft } from "./save-draft";
import { type Preview, TextPreview } from "./text-preview";

export interface EditFormProps {
  action: string;
  /** The text as it stands, with its title and tags where it is a topic's. */
  source: { title?: string; tags?: readonly string[]; body: string; version: number };
  attached: readonly KeptUpload[];
  cancelHref: string;
  submission: string;
  draft?: FormDraft;
  failure?: FormFailure;
  preview?: Preview;
  /** Public number of the topic, for naming those who take part in it. */
  number: number;
  /** Says what saving does where it is more than saving. */
  saveLabel?: string;
  /** More to say about the edit, from features above, with the fields it asks for. */
  more?: { fields: readonly string[]; render: (failure: FormFailure | undefined) => ReactNode };
}

/** Changing what was posted. What comes back from a refusal is shown as it was typed. */
export function EditForm(props: EditFormProps) {
  const { source, attached, draft, preview } = props;
  const failure = typedIn(props.failure, draft);
  const t = useText("topics");
  const common = useText("common");
  const errorText = useErrorText();
  const { fields = {}, form: formError } = failure?.errors ?? {};
  const values = failure?.values;
  const asked = ["title", "body", "newerTitle", "newerBody", "tags", "files", ...(props.more?.fields ?? [])];
  const errors = asked.flatMap((name) => {
    const message = errorText(fields[name]);
    return message ? [{ controlId: `edit-${name}`, message }] : [];
  });
  // What was begun on an older version says so until both texts were shown: saving must not pass over the newer one.
  const version = values?.version ?? source.version;
  const form = (
    <form
      id="edit"
      className="stack"
      method="post"
      action={props.action}
      encType="multipart/form-data"
      data-guard-text
      {...draftMarks(draft?.form)}
    >
      <HiddenFields submission={values?.submission ?? props.submission} values={{ version }} />
      <FormErrorSummary errors={errors} message={errorText(formError)} />
      {source.title !== undefined && (
        <Field id="edit-title" label={t("edit.title")} error={errorText(fields.title)}>
          {(control) => (
            <TextInput {...control} name="title" defaultValue={values?.title ?? source.title} required />
          )}
        </Field>
      )}
      <MarkdownField
        id="edit-body"
        label={t("edit.body")}
        error={errorText(fields.body)}
        name="body"
        rows={14}
        value={values?.body ?? source.body}
        mentionsUrl={mentionsPath(props.number)}
        isRequired
      />
      {source.tags && (
        <Field
          id="edit-tags"
          label={t("edit.tags")}
          hint={t("edit.tagsHint", { limit: maxTags })}
          error={errorText(fields.tags)}
          isOptional
        >
          {(control) => (
            <TextInput {...control} name="tags" defaultValue={values?.tags ?? source.tags?.join(", ")} />
          )}
        </Field>
      )}
      <AttachmentField id="edit-files" attached={attached} values={values} />
      {props.more?.render(failure)}
      <ComposerPreview>{preview && <TextPreview {...preview} />}</ComposerPreview>
      <div className="cluster">
        <Button kind="primary">{props.saveLabel ?? t("edit.save")}</Button>
        <Button kind="ghost" icon="eye" name="preview" value="1" formNoValidate>
          {common("composer.preview")}
        </Button>
        {draft && <SaveDraft form={draft.form} stamp={values?.draft} />}
        <ButtonLink href={props.cancelHref}>{t("edit.cancel")}</ButtonLink>
      </div>
    </form>
  );
  return (
    <>
      {draft && !props.failure && <DraftLine {...draft} />}
      {form}
    </>
  );
}
