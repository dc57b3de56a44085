import { doubtedFix } from "./sources/doubted-fix";
import { followedUp } from "./sources/followed-up";
import { overduePromise } from "./sources/overdue-promise";
import { promisedUpdate } from "./sources/promised-update";
import type { ObligationSource } from "./sources/source";
import { unanswered } from "./sources/unanswered";
import { untriaged } from "./sources/untriaged";

/** Every reason to stand in the inbox. A new one is a file of its own and a line here. */
export const sources: readonly ObligationSource[] = [
  unanswered,
  followedUp,
  untriaged,
  overduePromise,
  promisedUpdate,
  doubtedFix,
];
