import type { ReactNode } from "react";
import { useAttachmentFiles } from "~/features/attachments/components/use-attachment-files";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Composer } from "~/ui/patterns/composer";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { mentionsPath, topicActionPath } from "../paths";
import type { AnsweredReply as Answered } from "../answering.server";
import { typedIn } from "../typed-in";
import { AnsweredReply } from "./answered-reply";
import { DraftLine, type FormDraft } from "./draft-line";
import { draftMarks, SaveDraft } from "./save-draft";
import { type Preview, TextPreview } from "./text-preview";

export interface ReplyFormProps {
  number: number;
  submission: string;
  /** The reply it answers; null answers the topic. */
  answered: Answered | null;
  /** The same form, answering the topic instead. */
  insteadHref: string;
  draft?: FormDraft;
  /** What came back: what was wrong, and everything that was typed. */
  failure?: FormFailure;
  preview?: Preview;
  /** Above the box: what staff begin an answer with. */
  tools?: ReactNode;
}

/** Where people answer. A plain form: pictures, preview and all of it work without script. */
export function ReplyForm(props: ReplyFormProps) {
  const { number, submission, answered, insteadHref, draft, preview, tools } = props;
  const failure = typedIn(props.failure, draft);
  const t = useText("topics");
  const errorText = useErrorText();
  const files = useAttachmentFiles({ id: "reply-files", values: failure?.values });
  const { fields = {}, form: formError } = failure?.errors ?? {};
  // A quote that is asked for goes under what was begun already.
  const begun = [failure?.values.body, answered?.quote].filter(Boolean).join("\n\n") || undefined;
  const bodyError = errorText(fields.body);
  const form = (
    <form
      id="compose"
      data-key="r"
      data-quote-label={t("quote.key")}
      data-quoted={answered?.quote ?? undefined}
      method="post"
      action={topicActionPath(number, "replies") + (answered ? `?reply-to=${answered.id}` : "")}
      encType="multipart/form-data"
      data-guard-text
      {...draftMarks(draft?.form)}
    >
      <HiddenFields
        submission={failure?.values.submission ?? submission}
        values={{ "reply-to": answered?.id }}
      />
      <FormErrorSummary errors={[]} message={errorText(formError)} />
      {answered && <AnsweredReply {...answered} insteadHref={insteadHref} />}
      {tools}
      <Composer
        id="reply-body"
        label={t("compose.label")}
        placeholder={t("compose.placeholder")}
        value={props.failure ? failure?.values.body : begun}
        isRequired
        error={bodyError}
        files={files}
        previewButton={{ name: "preview", value: "1" }}
        preview={preview && <TextPreview {...preview} size="m" />}
        mentionsUrl={mentionsPath(number)}
      >
        {draft && <SaveDraft form={draft.form} stamp={failure?.values.draft} />}
        <Button kind="primary">{t("compose.post")}</Button>
      </Composer>
    </form>
  );
  return (
    <>
      {draft && !props.failure && <DraftLine {...draft} />}
      {form}
    </>
  );
}
