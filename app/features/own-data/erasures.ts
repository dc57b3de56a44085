import { attachmentsErasures } from "~/features/attachments/own-data.server";
import { authErasures } from "~/features/auth/own-data.server";
import { discussionsErasures } from "~/features/discussions/own-data.server";
import { inboxErasures } from "~/features/inbox/own-data.server";
import { knownIssuesErasures } from "~/features/known-issues/own-data.server";
import { mailingErasures } from "~/features/mailing/own-data.server";
import type { Erasure } from "~/features/members/own-data";
import { notificationsErasures } from "~/features/notifications/own-data.server";
import { officialErasures } from "~/features/official/own-data.server";
import { suggestionsErasures } from "~/features/suggestions/own-data.server";
import { topicsErasures } from "~/features/topics/erasing.server";
import { moderationErasures } from "./of-moderation";

/** What is taken out of each room, in this order: first what opens the account, then what it did, then what it wrote. */
export const erasures: readonly Erasure[] = [
  ...authErasures,
  ...suggestionsErasures,
  ...discussionsErasures,
  ...knownIssuesErasures,
  ...officialErasures,
  ...inboxErasures,
  ...topicsErasures,
  ...attachmentsErasures,
  ...notificationsErasures,
  ...moderationErasures,
  ...mailingErasures,
];
