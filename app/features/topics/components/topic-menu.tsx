import type { Actor } from "~/features/members/context";
import { useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import type { IconName } from "~/ui/primitives/icon-names";
import { Menu } from "~/ui/primitives/menu";
import { type TopicAction, topicActionPath } from "../paths";
import { mayDeleteTopic, mayEditTopic, mayLock, mayMove, mayPin, mayTag } from "../policy";
import type { Topic } from "../reading.server";

export interface TopicMenuProps {
  topic: Topic;
  actor: Actor | null;
  /** Where staff set the status; boards differ in it. */
  statusPath?: string | null;
  /** Where staff merge a suggestion into another. */
  mergePath?: string | null;
  /** Where staff say what they know of a problem. */
  knownIssuePath?: string | null;
}

/** What can be done to a topic beyond answering it. Nothing for those who may do none of it. */
export function TopicMenu({ topic, actor, statusPath, mergePath, knownIssuePath }: TopicMenuProps) {
  const t = useText("topics");
  const { number, editedAt, lockedAt } = topic;
  const entries: { icon: IconName; label: string; href: string }[] = [];
  const add = (icon: IconName, label: string, action: TopicAction) =>
    entries.push({ icon, label, href: topicActionPath(number, action) });

  if (mayEditTopic(actor, topic)) add("edit", t("menu.edit"), "edit");
  if (editedAt) add("history", t("menu.history"), "history");
  if (statusPath) entries.push({ icon: "st-ack", label: t("menu.status"), href: statusPath });
  if (mergePath) entries.push({ icon: "merge", label: t("menu.merge"), href: mergePath });
  if (knownIssuePath) {
    entries.push({ icon: "st-incident", label: t("menu.knownIssue"), href: knownIssuePath });
  }
  if (mayMove(actor)) add("move", t("menu.area"), "area");
  if (mayPin(actor)) add("pin", t("menu.pin"), "pin");
  if (mayTag(actor, topic)) add("tag", t("menu.tags"), "tags");
  if (mayLock(actor)) add(lockedAt ? "unlock" : "lock", lockedAt ? t("menu.unlock") : t("menu.lock"), "lock");
  if (mayDeleteTopic(actor, topic)) add("trash", t("menu.remove"), "delete");
  if (actor?.id !== topic.authorId) add("flag", t("menu.flag"), "flag");
  if (entries.length === 0) return null;
  return (
    <Menu label={t("menu.label")} summary={<Icon name="more" />} summaryClassName="icon-btn">
      {entries.map(({ icon, label, href }) => (
        <a key={href} href={href}>
          <Icon name={icon} />
          {label}
        </a>
      ))}
    </Menu>
  );
}
