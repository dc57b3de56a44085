import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";

/** Who leaves answers nothing any more, and sees to nothing. */
export const inboxErasures: readonly Erasure[] = [
  eraseRows("claims", ["TopicClaim.memberId"], (db, where, limit) =>
    db.topicClaim.deleteMany({ where, limit }),
  ),
  eraseRows("claims-taken", ["TopicClaim.takenFromId"], (db, { memberId: takenFromId }, limit) =>
    db.topicClaim.updateMany({ where: { takenFromId }, data: { takenFromId: null }, limit }),
  ),
  eraseRows("obligations", ["Obligation.ownerId"], (db, { memberId: ownerId }, limit) =>
    db.obligation.updateMany({ where: { ownerId }, data: { ownerId: null }, limit }),
  ),
  eraseRows("owned-topics", ["TopicOwner.memberId"], (db, where, limit) =>
    db.topicOwner.deleteMany({ where, limit }),
  ),
];
