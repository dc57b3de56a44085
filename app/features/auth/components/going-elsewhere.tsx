import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";
import { ButtonLink } from "~/ui/primitives/button-link";

/**
 * On the way to the provider. A page and not a redirect: browsers hold a form's redirects to the page's own policy, and no
 * list of ours can know every host a provider sends people through.
 */
export function GoingElsewhere({ to, name }: { to: string; name: string }) {
  const t = useText("auth");
  return (
    <FormPage title={t("provider.going", { name })} lede={t("provider.goingLede")}>
      <p>
        <ButtonLink kind="primary" href={to} rel="noreferrer" data-wraps>
          {t("provider.go", { name })}
        </ButtonLink>
      </p>
    </FormPage>
  );
}
