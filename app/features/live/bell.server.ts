import type { Context } from "~/features/members/context";
import { countUnread } from "~/features/notifications/reading.server";
import type { Locale } from "~/locales/locales";
import { translator } from "~/platform/i18n/translator";
import { writeShortNumber } from "~/ui/primitives/number";
import type { LiveMessage } from "./message";

/** What the bell says now, in the reader's language. */
export async function bellMessage(
  ctx: Pick<Context, "rows">,
  memberId: number,
  locale: Locale,
): Promise<LiveMessage> {
  const unread = await countUnread(ctx, memberId);
  return {
    event: "bell",
    data: {
      count: unread > 0 ? writeShortNumber(locale, unread) : "",
      label: translator(locale, "common")("navigation.notifications", { count: unread }),
    },
  };
}
