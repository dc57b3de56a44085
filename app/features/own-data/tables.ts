import { attachmentsTables } from "~/features/attachments/own-data.server";
import { auditTables } from "~/features/audit/own-data.server";
import { authTables } from "~/features/auth/own-data.server";
import { changelogTables } from "~/features/changelog/own-data.server";
import { discussionsTables } from "~/features/discussions/own-data.server";
import { knownIssuesTables } from "~/features/known-issues/own-data.server";
import { mailingTables } from "~/features/mailing/own-data.server";
import { membersTables } from "~/features/members/own-data.server";
import { notificationsTables } from "~/features/notifications/own-data.server";
import { officialTables } from "~/features/official/own-data.server";
import { suggestionsTables } from "~/features/suggestions/own-data.server";
import { topicsTables } from "~/features/topics/own-data.server";
import { moderationTables } from "./of-moderation";

/** Every file of a copy, in the order in which it is written. */
export const ownTables = [
  ...membersTables,
  ...topicsTables,
  ...suggestionsTables,
  ...discussionsTables,
  ...knownIssuesTables,
  ...officialTables,
  ...changelogTables,
  ...attachmentsTables,
  ...notificationsTables,
  ...mailingTables,
  ...authTables,
  ...moderationTables,
  ...auditTables,
];

export type OwnFile = (typeof ownTables)[number]["file"];
