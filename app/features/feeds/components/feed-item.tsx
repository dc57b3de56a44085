import { useText } from "~/platform/i18n/use-text";
import { SettingItem } from "~/ui/patterns/setting-item";
import { TextLink } from "~/ui/primitives/text-link";
import { feedFormats } from "../feed";
import type { FeedName } from "../feed-name";
import { feedPath } from "../paths";

export interface FeedItemProps {
  name: FeedName;
  title: string;
  note: string;
}

/** One feed in the list of all, in both formats. Items go in a `ul`. */
export function FeedItem({ name, title, note }: FeedItemProps) {
  const t = useText("feeds");
  const links = feedFormats.map((format) => (
    <TextLink
      key={format}
      href={feedPath(name, format)}
      aria-label={t("list.feedAs", { title, format: t(`formats.${format}`) })}
    >
      {t(`formats.${format}`)}
    </TextLink>
  ));
  return <SettingItem icon="rss" title={title} note={note} end={links} />;
}
