import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { passkeyOptionsPath, passkeySignInPath } from "../paths";

export interface PasskeyButtonProps {
  /** What signing in carries along. */
  values: Record<string, string | null | undefined>;
  /** Also offers passkeys among the suggestions of the name field, without being pressed. */
  isAutofill?: boolean;
}

/** Signs in by passkey. Shown by the script that can: browsers without it, or without script, go on with the password. */
export function PasskeyButton({ values, isAutofill }: PasskeyButtonProps) {
  const t = useText("auth");
  return (
    <form
      method="post"
      action={passkeySignInPath}
      data-passkey="get"
      data-options={passkeyOptionsPath}
      data-autofill={isAutofill || undefined}
      data-failed={t("passkey.failed")}
      hidden
    >
      <HiddenFields values={values} />
      <input type="hidden" name="credential" />
      <Button type="submit" icon="key">
        {t("passkey.signIn")}
      </Button>
      <p className="error small" role="alert" data-passkey-error hidden />
    </form>
  );
}
