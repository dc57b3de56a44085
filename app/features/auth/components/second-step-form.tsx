import type { FormErrors } from "~/platform/http/form-errors";
import { type KeptForm, packForm } from "~/platform/http/kept-form";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { secondStepPath } from "../paths";
import { CodeField } from "./code-field";
import { PasskeyButton } from "./passkey-button";

export interface SecondStepFormProps {
  /** What stands for the password that was right. */
  step: string;
  next?: string;
  kept?: KeptForm | null;
  errors?: FormErrors;
}

export function SecondStepForm({ step, next, kept, errors }: SecondStepFormProps) {
  const t = useText("auth");
  const say = useErrorText();
  const carried = { next, kept: kept ? packForm(kept) : null };
  return (
    <>
      <form method="post" action={secondStepPath}>
        <FormErrorSummary errors={[]} message={say(errors?.form)} />
        <HiddenFields values={{ step, ...carried }} />
        <CodeField />
        <Button kind="primary" type="submit">
          {t("secondStep.submit")}
        </Button>
      </form>
      <PasskeyButton values={carried} />
      <p className="small muted">{t("secondStep.lost")}</p>
    </>
  );
}
