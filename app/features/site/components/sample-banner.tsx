import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { samplePath } from "../paths";

/** Reminds admins that made-up content stands on their site, with the one click that takes it away. */
export function SampleBanner() {
  const t = useText("site");
  const remove = (
    <form method="post" action={samplePath}>
      <HiddenFields method="DELETE" />
      <Button type="submit">{t("sample.remove")}</Button>
    </form>
  );
  return (
    <aside className="wrap mt-4" aria-label={t("sample.label")}>
      <Notice action={remove}>{t("sample.text")}</Notice>
    </aside>
  );
}
