import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import type { AppPreview } from "../external/signing-in-by-app.server";
import { appSignInPath, identitiesPath } from "../paths";

export interface AppConfirmationProps {
  token: string;
  next: string;
  preview: AppPreview;
  /** Whose session this browser has. */
  signedInAs: string | null;
}

/**
 * Says who somebody becomes by the app's link. Without the question a stranger's link would quietly sign people into the
 * stranger's account, where what they write is the stranger's to read.
 */
export function AppConfirmation({ token, next, preview: { name, shown }, signedInAs }: AppConfirmationProps) {
  const t = useText("auth");
  const isOther = signedInAs !== null && signedInAs !== name;
  return (
    <FormPage
      title={name ? t("fromApp.become", { name }) : t("fromApp.begin")}
      lede={t(name ? "fromApp.becomeLede" : "fromApp.beginLede", { shown })}
    >
      {isOther && <Notice tone="active">{t("fromApp.replaces", { name: signedInAs })}</Notice>}
      <form method="post" action={appSignInPath}>
        <HiddenFields values={{ token, next }} />
        <Button kind="primary" type="submit">
          {name ? t("fromApp.become", { name }) : t("fromApp.make")}
        </Button>
      </form>
      {isOther && name === null && (
        <form method="post" action={identitiesPath}>
          <HiddenFields values={{ token }} />
          <Button type="submit">{t("fromApp.connect", { name: signedInAs })}</Button>
        </form>
      )}
      <p className="small muted">{t("fromApp.notYou")}</p>
      <p>
        <ButtonLink kind="ghost" href="/">
          {t("fromApp.leave")}
        </ButtonLink>
      </p>
    </FormPage>
  );
}
