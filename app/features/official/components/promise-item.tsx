import { langOf } from "~/features/topics/language";
import { replyPath, topicPath } from "~/features/topics/paths";
import type { CalendarDay } from "~/platform/clock/calendar-day";
import { LineItem } from "~/ui/patterns/line-item";
import { MetaLine } from "~/ui/primitives/meta-line";
import type { ListedPromise } from "../promises.server";
import { PromisePill } from "./promise-pill";
import { PromiseWords } from "./promise-words";

export interface PromiseItemProps {
  promise: ListedPromise;
  today: CalendarDay;
  now: Date;
}

/** One line of the list of promises: what, how it stands, for which topic. */
export function PromiseItem({ promise, today, now }: PromiseItemProps) {
  const { topic, standing, madeBy } = promise;
  const { number } = topic;
  return (
    <LineItem
      href={replyPath(number, promise.replyId)}
      title={promise.text}
      lang={langOf(promise.language)}
      meta={
        <>
          <p className="small">
            <PromiseWords {...{ promise, standing, number, today, now }} />
          </p>
          <MetaLine
            lead={<PromisePill standing={standing} />}
            items={[
              <a key="topic" href={topicPath(topic)} lang={langOf(topic.language)}>
                {topic.title}
              </a>,
              madeBy,
            ]}
          />
        </>
      }
    />
  );
}
