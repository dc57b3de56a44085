import { useText } from "~/platform/i18n/use-text";
import { NewMark } from "~/ui/primitives/new-mark";
import { topicActionPath } from "../paths";
import { mostNewCounted, type UnreadMark } from "../unread";

/** In a list: how many replies are new in a topic, with the way to the first. Not for one never opened. */
export function NewReplies({ number, mark }: { number: number; mark: UnreadMark }) {
  const t = useText("topics");
  const { newReplies } = mark;
  return (
    <NewMark href={topicActionPath(number, "unread")}>
      {newReplies > mostNewCounted
        ? t("thread.manyNewReplies", { count: mostNewCounted })
        : t("thread.newReplies", { count: newReplies })}
    </NewMark>
  );
}
