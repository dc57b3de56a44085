import { langOf } from "~/features/topics/language";
import { topicPath } from "~/features/topics/paths";
import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";

export interface JoinedNoticeProps {
  joined: { number: number; slug: string; title: string; language: string } | null;
}

/** Over a form somebody came back to after joining what was posted before. */
export function JoinedNotice({ joined }: JoinedNoticeProps) {
  const t = useText("search");
  if (!joined) return null;
  return (
    <Notice tone="done">
      {t.rich("similar.joined", {
        title: joined.title,
        link: (title) => (
          <a href={topicPath(joined)} lang={langOf(joined.language)}>
            {title}
          </a>
        ),
      })}
    </Notice>
  );
}
