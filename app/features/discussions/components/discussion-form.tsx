import type { ReactNode } from "react";
import { AttachmentField } from "~/features/attachments/components/attachment-field";
import { type Area, areaName } from "~/features/site/area";
import { DraftLine, type FormDraft } from "~/features/topics/components/draft-line";
import { draftMarks, SaveDraft } from "~/features/topics/components/save-draft";
import { TagField } from "~/features/topics/components/tag-field";
import { type Preview, TextPreview } from "~/features/topics/components/text-preview";
import { mentionsPath } from "~/features/topics/paths";
import type { DiscussionKind } from "~/features/topics/topic";
import { typedIn } from "~/features/topics/typed-in";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { ComposerPreview } from "~/ui/patterns/composer-preview";
import { MarkdownField } from "~/ui/patterns/markdown-field";
import { Button } from "~/ui/primitives/button";
import { Field, type FieldProps } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { controlIds, fieldsOf, formId } from "../form-fields";
import { newDiscussionPath } from "../paths";

export interface DiscussionFormProps {
  kind: DiscussionKind;
  areas: readonly Area[];
  submission: string;
  /** Chosen or typed before the form was opened. */
  given: { area: string | null; title: string | null };
  draft?: FormDraft;
  failure?: FormFailure;
  preview?: Preview;
  /** Tags in use, offered before anything is typed. */
  offeredTags?: readonly string[];
  /** Between the fields and the button: what others wrote that may be the same. */
  similar?: ReactNode;
  /** True when similar ones were shown: posting is then on purpose. */
  isAsked: boolean;
}

/** The form of one kind: a problem asks three things, the others for a text. Works without script. */
export function DiscussionForm(props: DiscussionFormProps) {
  const { kind, areas, given, draft, similar, isAsked, preview } = props;
  const failure = typedIn(props.failure, draft);
  const t = useText("discussions");
  const common = useText("common");
  const locale = useLocale();
  const errorText = useErrorText();
  const { fields: errors = {}, form: formError } = failure?.errors ?? {};
  const values = failure?.values ?? {};
  const summary = fieldsOf(kind).flatMap((name) => {
    const message = errorText(errors[name]);
    return message ? [{ controlId: controlIds[name], message }] : [];
  });
  const form = (
    <form
      id={formId}
      method="post"
      action={newDiscussionPath({ kind })}
      encType="multipart/form-data"
      data-guard-text
      {...draftMarks(draft?.form)}
      className="stack"
      data-gap="5"
    >
      <HiddenFields
        submission={values.submission ?? props.submission}
        values={{ kind, asked: isAsked ? 1 : null }}
      />
      <FormErrorSummary errors={summary} message={errorText(formError)} />
      {field("title", t("create.fields.title"), { hint: t("create.fields.titleHint") }, (control) => (
        <TextInput
          {...control}
          name="title"
          defaultValue={values.title ?? given.title ?? ""}
          placeholder={t(`create.fields.titlePlaceholder.${kind}`)}
          autoComplete="off"
          required
        />
      ))}
      {kind === "problem" ? (
        <>
          {textField("did", t("create.fields.did"), t("create.fields.didPlaceholder"), 3)}
          {textField("happened", t("create.fields.happened"), t("create.fields.happenedPlaceholder"), 5)}
          {textField("want", t("create.fields.want"), t("create.fields.wantPlaceholder"), 2)}
        </>
      ) : (
        textField("body", t("create.fields.body"), t(`create.fields.bodyPlaceholder.${kind}`), 9)
      )}
      {field("area", t("create.fields.area"), {}, (control) => (
        <Select
          {...control}
          name="area"
          required
          defaultValue={values.area ?? given.area ?? ""}
          options={[
            { value: "", label: t("create.fields.chooseArea") },
            ...areas.map((area) => ({ value: area.slug, label: areaName(area, locale) })),
          ]}
        />
      ))}
      <TagField
        id={controlIds.tags}
        label={t("create.fields.tags")}
        value={values.tags}
        error={errorText(errors.tags)}
        offered={props.offeredTags ?? []}
      />
      <AttachmentField id={controlIds.files} label={t("create.fields.pictures")} values={failure?.values} />
      <ComposerPreview>{preview && <TextPreview {...preview} />}</ComposerPreview>
      {similar}
      <div className="cluster">
        <Button kind="primary" size="l">
          {isAsked ? t("create.postAnyway") : t(`create.post.${kind}`)}
        </Button>
        <Button kind="ghost" icon="eye" name="preview" value="1" formNoValidate>
          {common("composer.preview")}
        </Button>
        {draft && <SaveDraft form={draft.form} stamp={values.draft} />}
      </div>
    </form>
  );
  return (
    <div>
      {draft && !props.failure && <DraftLine {...draft} />}
      {form}
    </div>
  );

  function field(
    name: keyof typeof controlIds,
    label: string,
    more: Pick<FieldProps, "hint" | "isOptional">,
    control: FieldProps["children"],
  ) {
    return (
      <Field id={controlIds[name]} label={label} error={errorText(errors[name])} {...more}>
        {control}
      </Field>
    );
  }

  function textField(
    name: "did" | "happened" | "want" | "body",
    label: string,
    placeholder: string,
    rows: number,
  ) {
    const isOptional = name === "want";
    return (
      <MarkdownField
        id={controlIds[name]}
        label={label}
        error={errorText(errors[name])}
        isOptional={isOptional}
        isRequired={!isOptional}
        mentionsUrl={mentionsPath()}
        value={values[name]}
        {...{ name, rows, placeholder }}
      />
    );
  }
}
