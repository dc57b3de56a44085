import { accountMailComposer } from "~/features/mailing/composing-account-mails.server";
import type { Composer } from "~/features/mailing/composing";
import { suspensionMailComposer } from "~/features/mailing/suspension-mails.server";
import { digestComposer } from "~/features/notifications/composing-digests.server";
import { confirmMailComposer, entryMailComposer } from "~/features/subscriptions/composing.server";
import { noticeMailComposer } from "~/features/notifications/composing-notices.server";

/** Who makes the words of which kind of mail. */
export const composers: readonly Composer[] = [
  accountMailComposer,
  suspensionMailComposer,
  noticeMailComposer,
  digestComposer,
  confirmMailComposer,
  entryMailComposer,
];

/** As many as leave a small machine to its pages: ten thousand mails take a hundred seconds. */
export const mailsPerSecond = 100;
