import { useLocale, useText } from "~/platform/i18n/use-text";
import { NewsRow } from "~/ui/patterns/news-row";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { IconButton } from "~/ui/primitives/icon-button";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import { groupNotices, type NoticeGroup } from "../grouping";
import { readNoticesPath } from "../paths";
import type { NoticeRow } from "../reading.server";
import { noticeIcons, wordsOf } from "../wording";

export interface NoticeListProps {
  notices: NoticeRow[];
  now: Date;
  /** Address of this page, to come back to. */
  backTo: string;
}

export function NoticeList({ notices, now, backTo }: NoticeListProps) {
  const t = useText("notifications");
  const locale = useLocale();
  return (
    <ul className="news" aria-label={t("list")}>
      {groupNotices(notices).map((group) => {
        const { said, title, lang, href } = wordsOf(locale, group);
        return (
          <NewsRow
            key={group.first.id}
            icon={noticeIcons[group.first.type]}
            said={said}
            href={href}
            title={title}
            lang={lang === locale ? undefined : lang}
            isUnread={group.isUnread}
            meta={
              <MetaLine items={[<Time key="at" at={group.first.createdAt} now={now} form="relative" />]} />
            }
            end={group.isUnread && <MarkRead group={group} backTo={backTo} />}
          />
        );
      })}
    </ul>
  );
}

function MarkRead({ group, backTo }: { group: NoticeGroup; backTo: string }) {
  const t = useText("notifications");
  return (
    <form method="post" action={readNoticesPath}>
      <HiddenFields values={{ notices: group.ids.join(","), backTo }} />
      <IconButton type="submit" icon="check" label={t("markOne")} />
    </form>
  );
}
