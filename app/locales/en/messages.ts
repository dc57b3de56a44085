import type { Translation } from "../translation";
import { admin } from "./admin";
import { attachments } from "./attachments";
import { audit } from "./audit";
import { auth } from "./auth";
import { changelog } from "./changelog";
import { common } from "./common";
import { discussions } from "./discussions";
import { errors } from "./errors";
import { feeds } from "./feeds";
import { following } from "./following";
import { holding } from "./holding";
import { home } from "./home";
import { inbox } from "./inbox";
import { knownIssues } from "./known-issues";
import { keyboard } from "./keyboard";
import { live } from "./live";
import { mails } from "./mails";
import { markdown } from "./markdown";
import { me } from "./me";
import { members } from "./members";
import { moderation } from "./moderation";
import { notes } from "./notes";
import { notifications } from "./notifications";
import { official } from "./official";
import { ownData } from "./own-data";
import { reactions } from "./reactions";
import { savedReplies } from "./saved-replies";
import { search } from "./search";
import { site } from "./site";
import { subscriptions } from "./subscriptions";
import { suggestions } from "./suggestions";
import { suspensions } from "./suspensions";
import { tags } from "./tags";
import { topics } from "./topics";

export const english = {
  admin,
  attachments,
  audit,
  auth,
  changelog,
  common,
  discussions,
  errors,
  feeds,
  following,
  holding,
  home,
  inbox,
  knownIssues,
  keyboard,
  live,
  mails,
  markdown,
  me,
  members,
  moderation,
  notes,
  notifications,
  official,
  ownData,
  reactions,
  savedReplies,
  search,
  site,
  subscriptions,
  suggestions,
  suspensions,
  tags,
  topics,
};

/** All messages by namespace; a language is complete when it satisfies this type. */
export type Messages = Translation<typeof english>;
