import type { ReactNode } from "react";
import { useAttachmentFiles } from "~/features/attachments/components/use-attachment-files";
import { declineReasons } from "~/features/suggestions/suggestion";
import { useStatusText } from "~/features/topics/components/use-status-text";
import { DraftLine, type FormDraft } from "~/features/topics/components/draft-line";
import { draftMarks, SaveDraft } from "~/features/topics/components/save-draft";
import { mentionsPath } from "~/features/topics/paths";
import type { StandingPromise } from "~/features/topics/promise";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Composer } from "~/ui/patterns/composer";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import type { AnnouncementChoice } from "../choosing.server";
import { settableStatuses, type TopicKind, typesFor } from "../official-reply";
import { officialReplyPath } from "../paths";
import { AnnouncementChoices } from "./announcement-choices";
import { PromiseFields } from "./promise-fields";
import { QuietReason } from "./quiet-reason";

export interface OfficialFormProps {
  topic: TopicKind & { number: number; status: string };
  choices: readonly AnnouncementChoice[];
  /** What the team promised on the topic. */
  promises: readonly StandingPromise[];
  submission: string;
  /** The reply it answers; none answers the topic. */
  replyTo?: number;
  draft?: FormDraft;
  /** What was typed, when it comes back. */
  values?: Readonly<Record<string, string>>;
  errors?: FormErrors;
  /** Above the box: what staff begin an answer with. */
  tools?: ReactNode;
}

/** Writing for the team: what it is, what it makes of the topic, what it points to, and the letter itself. */
export function OfficialForm(props: OfficialFormProps) {
  const { topic, choices, promises, submission, replyTo, draft, errors } = props;
  const values =
    props.values ?? (draft?.found && { ...draft.found.values, draft: draft.found.stamp }) ?? undefined;
  const t = useText("official");
  const decline = useText("suggestions");
  const statusText = useStatusText();
  const board = topic.board === "suggestion" ? "suggestion" : "discussion";
  const errorText = useErrorText();
  const files = useAttachmentFiles({ id: "official-files", values });
  const errorOf = (field: string) => errorText(errors?.fields[field]);
  const summary = Object.keys(errors?.fields ?? {}).map((field) => ({
    controlId: `official-${field}`,
    message: errorOf(field) ?? "",
  }));
  const statuses = settableStatuses(topic);
  const form = (
    <form
      className="stack"
      method="post"
      action={officialReplyPath(topic)}
      encType="multipart/form-data"
      data-guard-text
      {...draftMarks(draft?.form)}
    >
      <HiddenFields submission={submission} values={{ "reply-to": replyTo }} />
      <FormErrorSummary errors={summary} message={errorText(errors?.form)} />
      <div className="cluster" data-gap="5">
        <Field id="official-type" label={t("compose.type")} error={errorOf("type")}>
          {(control) => (
            <Select
              {...control}
              name="type"
              required
              defaultValue={values?.type ?? ""}
              options={[
                { value: "", label: t("compose.chooseType") },
                ...typesFor(topic).map((type) => ({ value: type, label: t(`types.${type}`) })),
              ]}
            />
          )}
        </Field>
        <Field id="official-status" label={t("compose.status")} error={errorOf("status")}>
          {(control) => (
            <Select
              {...control}
              name="status"
              defaultValue={values?.status ?? ""}
              options={[
                {
                  value: "",
                  label: t("compose.keepStatus", { status: statusText(topic.status, board) }),
                },
                ...statuses.map((status) => ({ value: status, label: statusText(status, board) })),
              ]}
            />
          )}
        </Field>
        {statuses.includes("declined") && (
          <Field id="official-reason" label={t("compose.reason")} error={errorOf("reason")}>
            {(control) => (
              <Select
                {...control}
                name="reason"
                defaultValue={values?.reason ?? ""}
                options={[
                  { value: "", label: t("compose.chooseReason") },
                  ...declineReasons.map((reason) => ({
                    value: reason,
                    label: decline(`declined.reasons.${reason}`),
                  })),
                ]}
              />
            )}
          </Field>
        )}
      </div>
      <AnnouncementChoices
        choices={choices}
        chosen={values?.announcements ?? ""}
        error={errorOf("announcements")}
      />
      <PromiseFields
        standing={promises.find(({ state }) => state === "open") ?? null}
        values={values ?? {}}
        errorOf={errorOf}
      />
      <details open={Boolean(values?.quiet || errorOf("quiet-reason"))} id="official-quietly">
        <summary className="text-link">{t("quiet.open")}</summary>
        <fieldset className="field mt-2">
          <legend className="sr-only">{t("quiet.open")}</legend>
          <div className="stack" data-gap="4">
            <Checkbox
              name="quiet"
              value="1"
              defaultChecked={Boolean(values?.quiet)}
              label={t("quiet.check")}
              hint={t("quiet.checkHint")}
            />
            <QuietReason
              id="official-quiet-reason"
              value={values?.["quiet-reason"]}
              error={errorOf("quiet-reason")}
            />
          </div>
        </fieldset>
      </details>
      {props.tools}
      <Composer
        id="official-body"
        label={t("compose.body")}
        placeholder={t("compose.placeholder")}
        value={values?.body}
        rows={6}
        isOfficial
        isRequired
        error={errorOf("body")}
        files={files}
        mentionsUrl={mentionsPath(topic.number)}
      >
        {draft && <SaveDraft form={draft.form} stamp={values?.draft} />}
        <Button kind="official" icon="seal">
          {t("compose.send")}
        </Button>
      </Composer>
    </form>
  );
  return (
    <>
      {draft && !props.values && <DraftLine {...draft} />}
      {form}
    </>
  );
}
