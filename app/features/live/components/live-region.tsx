import { replyPath } from "~/features/topics/paths";
import type { Board } from "~/features/topics/topic";
import { useText } from "~/platform/i18n/use-text";
import { livePath } from "../paths";

export type LiveRegionProps =
  | { topic: { number: number; status: string }; board?: undefined; since: Date }
  | { topic?: undefined; board: Board; since: Date };

/**
 * Where a page says what happened since it was opened: empty, and read aloud politely once it says something. It floats
 * over the page, so nothing moves under whoever reads.
 */
export function LiveRegion({ topic, board, since }: LiveRegionProps) {
  const t = useText("live");
  const counted = topic ? "newReplies" : "newTopics";
  return (
    <div
      className="live"
      role="status"
      data-live={livePath({ topic: topic?.number, board, since })}
      data-number={topic?.number}
      data-known={topic?.status}
      data-href={topic && replyPath(topic.number, 0).replace(/0$/, "{id}")}
      data-one={t.raw(`${counted}.one`) as string}
      data-other={t.raw(`${counted}.other`) as string}
      data-status={t("statusChanged")}
      data-reset={t("reset")}
    />
  );
}
