import { createHash } from "node:crypto";
import type { Adapter, DatabaseSession } from "lucia";
import { asDate, asDateOrNull } from "~/platform/db/columns";
import type { Platform } from "~/platform/platform";

/** What the rest of the house may know of a signed-in member. */
export interface MemberRow {
  id: number;
  name: string;
  displayName: string;
  role: string;
  title: string;
  locale: string | null;
  theme: string;
  timeZone: string;
  suspendedAt: Date | null;
  deletedAt: Date | null;
  secondFactorAt: Date | null;
  joinedAt: Date;
}

export interface SessionRow {
  createdAt?: Date;
  lastSeenAt?: Date;
  device?: string;
  network?: string;
  provenAt?: Date;
}

type Row = Record<
  | "expiresAt"
  | "createdAt"
  | "lastSeenAt"
  | "suspendedAt"
  | "deletedAt"
  | "secondFactorAt"
  | "provenAt"
  | "joinedAt",
  unknown
> &
  Pick<MemberRow, "name" | "displayName" | "role" | "title" | "locale" | "theme" | "timeZone"> & {
    memberId: number;
  };

const lookUp = `
  SELECT s."memberId", s."expiresAt", s."createdAt", s."lastSeenAt", s."provenAt", m."name", m."displayName", m."role", m."title",
         m."locale", m."theme", m."timeZone", m."suspendedAt", m."deletedAt", m."secondFactorAt",
         m."createdAt" AS "joinedAt"
  FROM "Session" s JOIN "Member" m ON m."id" = s."memberId" WHERE s."id" = ?`;

/**
 * Lucia's storage on our models. The database holds only a hash of the session id: a stolen copy signs nobody in.
 * The look-up is the one query every page of a signed-in reader pays for.
 */
export function sessionAdapter({ db, rows }: Pick<Platform, "db" | "rows">): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const [row] = await rows<Row>(lookUp, [hashOf(sessionId)]);
      if (!row) return [null, null];
      const { memberId, expiresAt, createdAt, lastSeenAt, provenAt, ...rest } = row;
      const { suspendedAt, deletedAt, secondFactorAt, joinedAt, ...member } = rest;
      return [
        {
          id: sessionId,
          userId: memberId,
          expiresAt: asDate(expiresAt),
          attributes: {
            createdAt: asDate(createdAt),
            lastSeenAt: asDate(lastSeenAt),
            provenAt: asDate(provenAt ?? createdAt),
          },
        },
        {
          id: memberId,
          attributes: {
            ...member,
            id: memberId,
            suspendedAt: asDateOrNull(suspendedAt),
            deletedAt: asDateOrNull(deletedAt),
            secondFactorAt: asDateOrNull(secondFactorAt),
            joinedAt: asDate(joinedAt),
          },
        },
      ];
    },
    async getUserSessions(memberId) {
      const found = await db.session.findMany({
        where: { memberId, expiresAt: { gt: new Date() } },
        orderBy: { lastSeenAt: "desc" },
      });
      return found.map(({ id, expiresAt, createdAt, lastSeenAt, device, network }): DatabaseSession => ({
        id,
        userId: memberId,
        expiresAt,
        attributes: { createdAt, lastSeenAt, device, network },
      }));
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const { createdAt = new Date(), provenAt = createdAt, device = "", network = "" } = attributes;
      await db.session.create({
        data: {
          id: hashOf(id),
          memberId: userId,
          expiresAt,
          createdAt,
          lastSeenAt: createdAt,
          provenAt,
          device,
          network,
        },
      });
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db.session.updateMany({ where: { id: hashOf(sessionId) }, data: { expiresAt } });
    },
    async deleteSession(sessionId) {
      await db.session.deleteMany({ where: { id: hashOf(sessionId) } });
    },
    async deleteUserSessions(memberId) {
      await db.session.deleteMany({ where: { memberId } });
    },
    async deleteExpiredSessions() {
      await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    },
  };
}

export function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("base64url");
}
