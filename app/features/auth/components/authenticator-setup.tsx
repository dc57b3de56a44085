import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { authenticatorPath } from "../paths";
import { CodeField } from "./code-field";

export interface AuthenticatorSetupProps {
  setup: { secret: string; uri: string; picture: string } | null;
  errors?: FormErrors;
}

/** The picture for the app, the same in letters for whoever cannot scan, and the first code as proof. */
export function AuthenticatorSetup({ setup, errors }: AuthenticatorSetupProps) {
  const t = useText("auth");
  const say = useErrorText();
  if (!setup)
    return (
      <form method="post" action={authenticatorPath}>
        <Button kind="primary" type="submit">
          {t("app.begin")}
        </Button>
      </form>
    );
  return (
    <>
      <p>{t("app.scan")}</p>
      <div
        className="qr"
        role="img"
        aria-label={t("app.picture")}
        // Drawn by our own code from our own text.
        dangerouslySetInnerHTML={{ __html: setup.picture }}
      />
      <p className="small muted">
        {t("app.type")} <code className="mono">{setup.secret}</code>
      </p>
      <form method="post" action={authenticatorPath}>
        <HiddenFields method="PUT" />
        <CodeField isAppOnly error={say(errors?.fields.code)} />
        <Button kind="primary" type="submit">
          {t("app.confirm")}
        </Button>
      </form>
    </>
  );
}
