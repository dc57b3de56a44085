import type { ReactNode } from "react";
import { AttachmentField } from "~/features/attachments/components/attachment-field";
import type { Area } from "~/features/site/area";
import { areaName } from "~/features/site/area";
import { DraftLine, type FormDraft } from "~/features/topics/components/draft-line";
import { draftMarks, DraftStatus, guestDraftMarks, SaveDraft } from "~/features/topics/components/save-draft";
import { type Preview, TextPreview } from "~/features/topics/components/text-preview";
import { mentionsPath } from "~/features/topics/paths";
import { typedIn } from "~/features/topics/typed-in";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { ComposerPreview } from "~/ui/patterns/composer-preview";
import { MarkdownField } from "~/ui/patterns/markdown-field";
import { SimilarPanel } from "~/ui/patterns/similar-panel";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";
import { controlIds, formId } from "../form-ids";
import { newSuggestionPath } from "../paths";

export interface SuggestionFormProps {
  areas: readonly Area[];
  /** Null for a guest, whose page others may get too: their form has no key of its own. */
  submission: string | null;
  /** Slug of the area chosen beforehand. */
  area?: string | null;
  /** What came back: what was wrong, and everything that was typed. */
  /** A guest writes without one: what they type stays in their browser. */
  draft?: FormDraft;
  failure?: FormFailure;
  preview?: Preview;
  /** True when similar ones were shown: posting is then on purpose. */
  isAsked?: boolean;
  /** Found when it was sent: they come first then, and posting is asked for once more. */
  similar?: ReactNode;
  /** Where the script asks for them while somebody writes. */
  similarUrl: string;
}

const fieldNames = ["title", "body", "area", "files"] as const;

/** What is similar stands outside of the form, whose keys name it. */
export function SuggestionForm(props: SuggestionFormProps) {
  const { areas, submission, area, draft, isAsked } = props;
  const failure = typedIn(props.failure, draft);
  const t = useText("suggestions");
  const common = useText("common");
  const locale = useLocale();
  const errorText = useErrorText();
  const { fields = {}, form } = failure?.errors ?? {};
  const values = failure?.values ?? {};
  const errors = fieldNames.flatMap((name) => {
    const message = errorText(fields[name]);
    return message ? [{ controlId: controlIds[name], message }] : [];
  });
  const onlyArea = areas.length === 1 ? areas[0]?.slug : undefined;
  const panel = (
    <SimilarPanel id="suggest-similar" url={props.similarUrl} watch={controlIds.title}>
      {props.similar}
    </SimilarPanel>
  );
  return (
    <div className="stack">
      {draft && !props.failure && <DraftLine {...draft} />}
      {isAsked && panel}
      <form
        id={formId}
        className="stack"
        method="post"
        action={newSuggestionPath}
        encType="multipart/form-data"
        data-guard-text
        {...(draft ? draftMarks(draft.form) : guestDraftMarks({ type: "suggestion" }))}
      >
        <HiddenFields submission={values.submission ?? submission ?? undefined} />
        <FormErrorSummary errors={errors} message={errorText(form)} />
        <Field id={controlIds.title} label={t("form.title")} error={errorText(fields.title)}>
          {(control) => (
            <TextInput
              {...control}
              name="title"
              defaultValue={values.title}
              placeholder={t("form.titlePlaceholder")}
              autoComplete="off"
              required
            />
          )}
        </Field>
        {draft ? (
          <MarkdownField
            id={controlIds.body}
            label={t("form.body")}
            error={errorText(fields.body)}
            name="body"
            rows={4}
            value={values.body}
            placeholder={t("form.bodyPlaceholder")}
            mentionsUrl={mentionsPath()}
            isOptional
          />
        ) : (
          <Field id={controlIds.body} label={t("form.body")} error={errorText(fields.body)} isOptional>
            {(control) => (
              <TextArea
                {...control}
                name="body"
                rows={4}
                defaultValue={values.body}
                placeholder={t("form.bodyPlaceholder")}
              />
            )}
          </Field>
        )}
        <Field id={controlIds.area} label={t("form.area")} error={errorText(fields.area)}>
          {(control) => (
            <Select
              {...control}
              name="area"
              required
              defaultValue={values.area ?? area ?? onlyArea ?? ""}
              options={[
                { value: "", label: t("form.chooseArea") },
                ...areas.map((each) => ({ value: each.slug, label: areaName(each, locale) })),
              ]}
            />
          )}
        </Field>
        <AttachmentField id={controlIds.files} label={t("form.pictures")} values={failure?.values} />
        <ComposerPreview>{props.preview && <TextPreview {...props.preview} />}</ComposerPreview>
      </form>
      {!isAsked && panel}
      <div className="cluster">
        <Button kind="primary" form={formId}>
          {isAsked ? t("form.postAnyway") : t("form.post")}
        </Button>
        {draft && (
          <Button kind="ghost" icon="eye" form={formId} name="preview" value="1" formNoValidate>
            {common("composer.preview")}
          </Button>
        )}
        {draft ? (
          <SaveDraft form={draft.form} stamp={values.draft} formId={formId} />
        ) : (
          <DraftStatus formId={formId} />
        )}
      </div>
    </div>
  );
}
