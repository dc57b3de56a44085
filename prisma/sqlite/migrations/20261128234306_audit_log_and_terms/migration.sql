-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "telling" TEXT;

-- CreateTable
CREATE TABLE "TeamTerm" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "fromAt" DATETIME,
    "toAt" DATETIME,
    CONSTRAINT "TeamTerm_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL DEFAULT '',
    "detail" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "TeamTerm_memberId_id_idx" ON "TeamTerm"("memberId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_kind_id_idx" ON "AuditEntry"("kind", "id");

-- Who speaks for the site, or did, did so from a day nobody wrote down.
INSERT INTO "TeamTerm" ("memberId", "fromAt", "toAt")
SELECT "id", NULL, CASE WHEN "role" IN ('staff', 'admin') THEN NULL ELSE "leftTeamAt" END
FROM "Member" WHERE "role" IN ('staff', 'admin') OR "leftTeamAt" IS NOT NULL;
