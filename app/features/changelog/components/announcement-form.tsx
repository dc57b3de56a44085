import type { KeptUpload } from "~/features/attachments/kept-uploads";
import { AttachmentField } from "~/features/attachments/components/attachment-field";
import { DraftLine, type FormDraft } from "~/features/topics/components/draft-line";
import { draftMarks, SaveDraft } from "~/features/topics/components/save-draft";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Composer } from "~/ui/patterns/composer";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import { LabelChoice } from "./label-choice";

export interface AnnouncementFormProps {
  /** Typed, or what stands now; fields by name. */
  values: Readonly<Record<string, string>>;
  /** The values come back from a refusal. */
  isAgain: boolean;
  errors?: FormErrors;
  submission: string;
  draft?: FormDraft;
  /** The version being edited; left out for a new one. */
  version?: number;
  attached?: readonly KeptUpload[];
  /** Public already: there is nothing to publish. */
  isPublic?: boolean;
}

/** Draft and edit are the same fields; publishing is a step of its own, after looking at it. */
export function AnnouncementForm(props: AnnouncementFormProps) {
  const { draft, errors, submission, version, attached, isPublic } = props;
  const found = props.isAgain ? null : draft?.found;
  const values = found ? { ...found.values, draft: found.stamp } : props.values;
  const isAgain = props.isAgain || Boolean(found);
  const t = useText("changelog");
  const errorText = useErrorText();
  const errorOf = (field: string) => errorText(errors?.fields[field]);
  const summary = Object.keys(errors?.fields ?? {}).map((field) => ({
    controlId: field,
    message: errorOf(field) ?? "",
  }));
  const form = (
    <form
      method="post"
      encType="multipart/form-data"
      className="stack"
      data-gap="6"
      data-guard-text
      {...draftMarks(draft?.form)}
    >
      <HiddenFields submission={submission} values={{ version: found?.values.version ?? version }} />
      <FormErrorSummary errors={summary} message={errorText(errors?.form)} />
      <Field id="title" label={t("form.title")} hint={t("form.titleHint")} error={errorOf("title")}>
        {(control) => <TextInput {...control} name="title" defaultValue={values.title} required />}
      </Field>
      <Field
        id="release"
        label={t("form.release")}
        hint={t("form.releaseHint")}
        error={errorOf("release")}
        isOptional
      >
        {(control) => (
          <TextInput {...control} name="release" defaultValue={values.release} autoComplete="off" />
        )}
      </Field>
      <LabelChoice chosen={values.labels ?? ""} />
      <Field
        id="topics"
        label={t("form.topics")}
        hint={t("form.topicsHint")}
        error={errorOf("topics")}
        isOptional
      >
        {(control) => (
          <TextInput {...control} name="topics" defaultValue={values.topics} autoComplete="off" isMono />
        )}
      </Field>
      <AttachmentField label={t("form.pictures")} values={isAgain ? values : undefined} attached={attached} />
      <Composer
        id="body"
        label={t("form.body")}
        placeholder={t("form.bodyPlaceholder")}
        value={values.body}
        rows={14}
        error={errorOf("body")}
        isRequired
      >
        {!isPublic && (
          <Button name="then" value="review">
            {t("form.review")}
          </Button>
        )}
        {draft && <SaveDraft form={draft.form} stamp={values.draft} label={t("form.keep")} />}
        <Button kind="primary">{version === undefined ? t("form.saveDraft") : t("form.save")}</Button>
      </Composer>
    </form>
  );
  return (
    <>
      {found && draft && <DraftLine {...draft} />}
      {form}
    </>
  );
}
