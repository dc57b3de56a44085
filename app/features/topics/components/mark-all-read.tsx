import { useRootData } from "~/features/site/root-data";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { allReadPath } from "../paths";

/** Over what is unread: takes all of it as read, on both boards. */
export function MarkAllRead() {
  const t = useText("topics");
  const { path } = useRootData();
  return (
    <form className="mb-4" method="post" action={allReadPath}>
      <HiddenFields values={{ back: path }} />
      <Button icon="check">{t("thread.markAllRead")}</Button>
    </form>
  );
}
