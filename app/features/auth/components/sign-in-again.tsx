import type { KeptForm } from "~/platform/http/kept-form";
import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { KeptText } from "./kept-text";
import { SignInForm } from "./sign-in-form";

export interface SignInAgainProps {
  kept?: KeptForm;
  /** Where the visitor was. */
  backTo?: string;
}

/** In place of a change that needed somebody: sign in, and what was sent goes through. Nothing typed is lost. */
export function SignInAgain({ kept, backTo }: SignInAgainProps) {
  const t = useText("members");
  return (
    <FormPage title={t("signIn.again.title")} lede={t(kept ? "signIn.again.kept" : "signIn.again.lede")}>
      <SignInForm kept={kept} next={backTo} />
      {kept && <KeptText form={kept} />}
    </FormPage>
  );
}
