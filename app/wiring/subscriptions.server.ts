import { purgeOrphansJob, removedFiles } from "~/features/attachments/removing.server";
import { obligationEvents, obligationListener } from "~/features/inbox/listening.server";
import { inboxRebuild, inboxRulesJob } from "~/features/inbox/rebuilding.server";
import { purgeMailsJob } from "~/features/mailing/purging.server";
import { reviewedEvents, reviewListener } from "~/features/moderation/listening.server";
import { digestJob } from "~/features/notifications/digests.server";
import { publishDueJob } from "~/features/official/publishing.server";
import { fanOutJobs, noticeListener } from "~/features/notifications/telling.server";
import { toldEvents } from "~/features/notifications/told-events";
import { purgePolicyReportsJob } from "~/features/admin/policy-reports/purging.server";
import { suspensionsJob } from "~/features/auth/suspension-job.server";
import { purgeAuthJob } from "~/features/auth/purging.server";
import { buildCopyJob } from "~/features/own-data/building.server";
import { erasureJob } from "~/features/own-data/erasing.server";
import { purgeCopiesJob } from "~/features/own-data/purging.server";
import { indexedEvents } from "~/features/search/changed-things";
import { searchIndexListener } from "~/features/search/indexing.server";
import { subscriberFanOut, subscriberListener } from "~/features/subscriptions/mailing-entries.server";
import { purgeSubscriptionsJob } from "~/features/subscriptions/purging.server";
import { hidingEvents, hidingFanOut, hidingListener } from "~/features/topics/hiding-all.server";
import { purgeDraftsJob } from "~/features/topics/purging-drafts.server";
import {
  voteStandingEvents,
  voteStandingListener,
} from "~/features/suggestions/vote-standing-listener.server";
import type { Listener, Subscriptions } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { purgeOutboxListener } from "./outbox-purge.server";

/** Who listens to what. Features announce; only this table knows who hears. */
const audience: readonly (readonly [Listener<Platform>, readonly string[]])[] = [
  [removedFiles, ["attachments.removed"]],
  [searchIndexListener, indexedEvents],
  [noticeListener, toldEvents],
  [obligationListener, obligationEvents],
  [reviewListener, reviewedEvents],
  [subscriberListener, ["announcement.published"]],
  [voteStandingListener, voteStandingEvents],
  [hidingListener, hidingEvents],
];

/** The same the other way round: which event wakes whom. */
export const subscriptions: Subscriptions<Platform> = audience.reduce<Record<string, Listener<Platform>[]>>(
  (byEvent, [listener, events]) => {
    for (const event of events) (byEvent[event] ??= []).push(listener);
    return byEvent;
  },
  {},
);

/** Listeners that only timed jobs wake; see schedule.server. */
export const jobs: readonly Listener<Platform>[] = [
  purgeOutboxListener,
  purgeOrphansJob,
  inboxRulesJob,
  purgeDraftsJob,
  purgeMailsJob,
  purgeAuthJob,
  purgePolicyReportsJob,
  purgeSubscriptionsJob,
  purgeCopiesJob,
];

/** The same for those that many wait for: every few minutes. */
export const frequentJobs: readonly Listener<Platform>[] = [
  suspensionsJob,
  digestJob,
  publishDueJob,
  erasureJob,
];

/** Listeners that other listeners give work to. */
const continuations: readonly Listener<Platform>[] = [
  hidingFanOut,
  ...fanOutJobs,
  inboxRebuild,
  subscriberFanOut,
  buildCopyJob,
];

/** Everybody a worker wakes beside those who listen to events. */
export const awaited: readonly Listener<Platform>[] = [...jobs, ...frequentJobs, ...continuations];
