import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Notice } from "~/ui/primitives/notice";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { TextArea } from "~/ui/primitives/text-area";
import { flagReasons } from "../flag";
import type { FlagView } from "../flag-form.server";

export interface FlagFormProps {
  view: FlagView;
  action: string;
  cancelHref: string;
  failure?: FormFailure;
}

/** Why a post is reported. For guests too: what they choose goes on after they signed in. */
export function FlagForm({ view, action, cancelHref, failure }: FlagFormProps) {
  const t = useText("moderation");
  const say = useErrorText();
  const { flag, isOwn } = view;
  const summary = useErrorSummary(failure?.errors, { reason: "flag-reason", note: "flag-note" });
  const isDecided = flag?.state === "upheld" || flag?.state === "refused";
  const said = failure?.values ?? flag;
  if (isOwn || isDecided) {
    return (
      <div className="stack">
        <Notice>{t(isOwn ? "flag.own" : "flag.decided")}</Notice>
        <div className="cluster">
          <ButtonLink href={cancelHref}>{t("flag.cancel")}</ButtonLink>
        </div>
      </div>
    );
  }
  return (
    <form className="stack" method="post" action={action}>
      <FormErrorSummary {...summary} />
      {flag && <Notice icon="flag">{t("flag.known")}</Notice>}
      <RadioGroup
        id="flag-reason"
        name="reason"
        legend={t("flag.reason")}
        value={said?.reason}
        error={say(failure?.errors.fields.reason)}
        options={flagReasons.map((reason) => ({
          value: reason,
          label: t(`reason.${reason}`),
          hint: t(`reasonHint.${reason}`),
        }))}
      />
      <Field
        id="flag-note"
        label={t("flag.note")}
        hint={t("flag.noteHint")}
        error={say(failure?.errors.fields.note)}
        isOptional
      >
        {(control) => <TextArea {...control} name="note" rows={3} defaultValue={said?.note ?? ""} />}
      </Field>
      <div className="cluster">
        <Button kind="primary" icon="flag">
          {t(flag ? "flag.change" : "flag.send")}
        </Button>
        <ButtonLink href={cancelHref}>{t("flag.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
