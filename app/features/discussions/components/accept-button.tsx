import { topicActionPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";

/** Chooses a reply as the solution, in the place of an earlier one. */
export function AcceptButton({ number, replyId }: { number: number; replyId: number }) {
  const t = useText("discussions");
  return (
    <form method="post" action={topicActionPath(number, "solution")}>
      <HiddenFields values={{ replyId }} />
      <Button kind="ghost" icon="check">
        {t("solution.accept")}
      </Button>
    </form>
  );
}
