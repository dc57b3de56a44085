import { eraseRows } from "~/features/members/erase-rows";
import type { Erasure } from "~/features/members/own-data";
import { ownTable } from "~/features/members/own-table";

// Never the hashes, keys and secrets beside these: who gets hold of the copy must not get hold of the account.
export const authTables = [
  ownTable({
    ...{ file: "sessions", table: "Session", owner: "memberId", key: "id" },
    columns: {
      ...{ device: `x."device"`, network: `x."network"`, createdAt: `x."createdAt"` },
      ...{ lastSeenAt: `x."lastSeenAt"`, expiresAt: `x."expiresAt"` },
    },
  }),
  ownTable({
    ...{ file: "devices", table: "KnownDevice", owner: "memberId", key: "tokenHash" },
    columns: { createdAt: `x."createdAt"`, lastUsedAt: `x."lastUsedAt"` },
  }),
  ownTable({
    ...{ file: "passkeys", table: "Passkey", owner: "memberId", key: "id" },
    columns: { name: `x."name"`, createdAt: `x."createdAt"`, lastUsedAt: `x."lastUsedAt"` },
  }),
  ownTable({
    ...{ file: "external-identities", table: "ExternalIdentity", owner: "memberId", key: "issuer" },
    columns: { issuer: `x."issuer"`, subject: `x."subject"`, createdAt: `x."createdAt"` },
  }),
  ownTable({
    ...{ file: "address-change", table: "EmailChange", owner: "memberId", key: "memberId" },
    columns: { newAddress: `x."email"`, createdAt: `x."createdAt"`, expiresAt: `x."expiresAt"` },
  }),
] as const;

// The account opens nothing any more before anything else of it goes.
export const authErasures: readonly Erasure[] = [
  eraseRows("sessions", ["Session.memberId"], (db, where, limit) => db.session.deleteMany({ where, limit })),
  eraseRows("devices", ["KnownDevice.memberId"], (db, where, limit) =>
    db.knownDevice.deleteMany({ where, limit }),
  ),
  eraseRows("passkeys", ["Passkey.memberId"], (db, where, limit) => db.passkey.deleteMany({ where, limit })),
  eraseRows("authenticator", ["Authenticator.memberId"], (db, where) =>
    db.authenticator.deleteMany({ where }),
  ),
  eraseRows("recovery-codes", ["RecoveryCode.memberId"], (db, where, limit) =>
    db.recoveryCode.deleteMany({ where, limit }),
  ),
  eraseRows("address-change", ["EmailChange.memberId"], (db, where) => db.emailChange.deleteMany({ where })),
  eraseRows("external-identities", ["ExternalIdentity.memberId"], (db, where, limit) =>
    db.externalIdentity.deleteMany({ where, limit }),
  ),
  eraseRows("challenges", ["Challenge.memberId"], (db, where, limit) =>
    db.challenge.deleteMany({ where, limit }),
  ),
  eraseRows("links", ["OneTimeLink.memberId"], (db, where, limit) =>
    db.oneTimeLink.deleteMany({ where, limit }),
  ),
  eraseRows("submissions", ["Submission.memberId"], (db, where, limit) =>
    db.submission.deleteMany({ where, limit }),
  ),
];
