import { useRootData } from "~/features/site/root-data";
import type { StatusChanges } from "~/features/site/status-change";
import type { Locale } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import { useLocale } from "~/platform/i18n/use-text";
import { isTopicStatus } from "../status-look";
import { statusChange } from "../status-change";
import type { Board } from "../topic";

/**
 * The word for a status, as the site calls it; one of a later release is shown as it is stored. Which board it is of
 * matters for the words both have.
 */
export function statusText(
  locale: Locale,
  status: string,
  { board, changes = {} }: { board?: Board; changes?: StatusChanges } = {},
): string {
  const own = statusChange(changes, { status, board })?.names[locale];
  if (own) return own;
  return isTopicStatus(status) ? translator(locale, "topics")(`status.${status}`) : status;
}

export function useStatusText(): (status: string, board?: Board) => string {
  const locale = useLocale();
  const { statuses: changes } = useRootData().site;
  return (status, board) => statusText(locale, status, { board, changes });
}
