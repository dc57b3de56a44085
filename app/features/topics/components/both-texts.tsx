import type { ReactNode } from "react";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { MarkdownField } from "~/ui/patterns/markdown-field";
import { TextChanges } from "~/ui/patterns/text-changes";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { TextArea } from "~/ui/primitives/text-area";
import { type EditConflict, savesNewer } from "../edit-conflict";
import { mentionsPath } from "../paths";

export interface BothTextsProps {
  conflict: EditConflict;
  errors?: FormErrors;
  /** Public number of the topic, for naming those who take part in it. */
  number: number;
  /** Id of the form with the reader's own text, which the newer one is sent with. */
  formId: string;
  /** That form. */
  children: ReactNode;
}

/**
 * After a second editor came first: how the two texts differ, and both of them to go on with. They are one form, so
 * neither is lost whatever is pressed.
 */
export function BothTexts({ conflict, errors, number, formId, children }: BothTextsProps) {
  const t = useText("topics");
  const errorText = useErrorText();
  const { title, titleParts, body, parts } = conflict;
  const isSame = titleParts === null && parts.every(({ kind }) => kind === "same");
  return (
    <div className="stack" data-gap="6">
      <section className="measure" aria-labelledby="differences">
        <h2 className="section-title mb-4" id="differences">
          {t("conflict.differences")}
        </h2>
        <p className="small muted mb-4">{isSame ? t("conflict.same") : t("conflict.legend")}</p>
        {titleParts && (
          <div className="mb-4">
            <TextChanges parts={titleParts} />
          </div>
        )}
        {!isSame && <TextChanges parts={parts} />}
      </section>
      <div className="both-texts">
        <section aria-labelledby="yours">
          <h2 className="section-title mb-4" id="yours">
            {t("conflict.yours")}
          </h2>
          {children}
        </section>
        <section className="stack" aria-labelledby="theirs">
          <h2 className="section-title" id="theirs">
            {t("conflict.theirs")}
          </h2>
          {title !== undefined && (
            <Field id="edit-newerTitle" label={t("edit.title")} error={errorText(errors?.fields.newerTitle)}>
              {(control) => (
                // Not an input: there the Enter key would send the other text.
                <TextArea {...control} name="newerTitle" form={formId} rows={2} defaultValue={title} />
              )}
            </Field>
          )}
          <MarkdownField
            id="edit-newerBody"
            label={t("edit.body")}
            error={errorText(errors?.fields.newerBody)}
            name="newerBody"
            form={formId}
            rows={14}
            value={body}
            mentionsUrl={mentionsPath(number)}
          />
          <div>
            <Button form={formId} name="save" value={savesNewer} formNoValidate>
              {t("conflict.saveNewer")}
            </Button>
          </div>
        </section>
      </div>
    </div>
  );
}
