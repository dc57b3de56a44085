import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextArea } from "~/ui/primitives/text-area";
import { isFlagReason } from "../flag";
import { reviewPath } from "../paths";
import type { Review } from "../reading.server";
import { RemovalFields, removalControls } from "./removal-fields";

/** Two buttons and what the author is told. */
export function DecisionForm({ review, failure }: { review: Review; failure?: FormFailure }) {
  const t = useText("moderation");
  const say = useErrorText();
  const isAppeal = review.kind === "appeal";
  const controls = isAppeal ? { note: "appeal-note" } : removalControls;
  const summary = useErrorSummary(failure?.errors, controls);
  return (
    <form
      className="stack"
      method="post"
      action={reviewPath(review.id)}
      aria-label={t("review.decide")}
      id="decide"
    >
      <FormErrorSummary {...summary} />
      <HiddenFields values={{ version: review.post.version }} />
      {isAppeal ? (
        <Field
          id={controls.note}
          label={t("review.answer")}
          hint={t("review.answerHint")}
          error={say(failure?.errors.fields.note)}
        >
          {(control) => (
            <TextArea {...control} name="note" rows={3} defaultValue={failure?.values.note ?? ""} />
          )}
        </Field>
      ) : (
        <RemovalFields
          failure={failure}
          reason={review.kind === "flagged" && isFlagReason(review.reason) ? review.reason : ""}
        />
      )}
      <div className="cluster">
        <Button kind="primary" icon="check" name="act" value={isAppeal ? "uphold" : "keep"}>
          {t(isAppeal ? "review.uphold" : review.kind === "held" ? "review.keepHeld" : "review.keepFlagged")}
        </Button>
        <Button
          kind="danger"
          icon={isAppeal ? "ban" : "trash"}
          name="act"
          value={isAppeal ? "refuse" : "remove"}
        >
          {t(isAppeal ? "review.refuse" : "review.remove")}
        </Button>
      </div>
    </form>
  );
}
