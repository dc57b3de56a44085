import { useText } from "~/platform/i18n/use-text";
import { FormPage } from "~/ui/layouts/form-page";

/** The front page until the first admin has come. Tells how to come in, and nothing a stranger could use. */
export function NotSetUp() {
  const t = useText("site");
  return (
    <FormPage title={t("notSetUp.title")} lede={t("notSetUp.lede")}>
      <p>{t("notSetUp.terminal")}</p>
      <p>
        <code>/first-run/…</code>
      </p>
      <p className="muted">{t("notSetUp.lost")}</p>
    </FormPage>
  );
}
