import { areaName } from "~/features/site/area";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Facts } from "~/ui/patterns/facts";
import { Tag } from "~/ui/primitives/tag";
import { Time } from "~/ui/primitives/time";
import type { Topic } from "../reading.server";

export interface TopicFactsProps {
  topic: Topic;
  areaPath: string;
  tagPath: (slug: string) => string;
  now: Date;
}

export function TopicFacts({ topic, areaPath, tagPath, now }: TopicFactsProps) {
  const t = useText("topics");
  const locale = useLocale();
  const { area, tags, createdAt, lastActivityAt, counts, number } = topic;
  return (
    <Facts
      items={[
        ...(area.slug
          ? [{ term: t("facts.area"), detail: <a href={areaPath}>{areaName(area, locale)}</a> }]
          : []),
        { term: t("facts.opened"), detail: <Time at={createdAt} now={now} form="day" /> },
        ...(counts.replies > 0
          ? [{ term: t("facts.active"), detail: <Time at={lastActivityAt} now={now} form="relative" /> }]
          : []),
        ...(tags.length > 0
          ? [{ term: t("facts.tags"), detail: <span className="cluster">{tags.map(tagOf)}</span> }]
          : []),
        { term: t("facts.number"), detail: `#${number}` },
      ]}
    />
  );

  function tagOf({ slug, name }: Topic["tags"][number]) {
    return (
      <Tag key={slug} href={tagPath(slug)}>
        {name}
      </Tag>
    );
  }
}
