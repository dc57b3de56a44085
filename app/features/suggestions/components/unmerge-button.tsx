import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { mergePath } from "../paths";

/** Takes a merged suggestion apart from where it went. */
export function UnmergeButton({ number }: { number: number }) {
  const t = useText("suggestions");
  return (
    <form method="post" action={mergePath({ number })}>
      <HiddenFields method="DELETE" />
      <Button icon="split">{t("merge.undo")}</Button>
    </form>
  );
}
