import type { Translator } from "~/platform/i18n/translator";
import type { KeyGroup } from "~/ui/patterns/key-list";

/** Every single key of the site, as `ui/behaviours/keyboard` answers to them. */
export function keyGroups(t: Translator<"keyboard">): KeyGroup[] {
  return [
    {
      title: t("groups.moving"),
      keys: [
        { keys: ["J"], what: t("next") },
        { keys: ["K"], what: t("previous") },
        { keys: ["O", "↵"], what: t("open") },
        { keys: ["V"], what: t("vote") },
      ],
    },
    {
      title: t("groups.topic"),
      keys: [
        { keys: ["R"], what: t("reply") },
        { keys: ["U"], what: t("up") },
      ],
    },
    {
      title: t("groups.inbox"),
      keys: [
        { keys: ["C"], what: t("claim") },
        { keys: ["P"], what: t("preview") },
      ],
    },
    {
      title: t("groups.everywhere"),
      keys: [
        { keys: ["/"], what: t("search") },
        { keys: ["?"], what: t("help") },
      ],
    },
  ];
}
