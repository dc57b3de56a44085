-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Topic" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "board" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "areaId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "rendererVersion" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL,
    "statusChangedAt" DATETIME NOT NULL,
    "isListed" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "lastActivityAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    "deletedById" INTEGER,
    "heldAt" DATETIME,
    "lockedAt" DATETIME,
    "closedReason" TEXT,
    "declinedReason" TEXT,
    "mergedIntoId" INTEGER,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "childCount" INTEGER NOT NULL DEFAULT 0,
    "voteCount" INTEGER NOT NULL DEFAULT 0,
    "importedVotes" INTEGER NOT NULL DEFAULT 0,
    "importedAffected" INTEGER NOT NULL DEFAULT 0,
    "affectedCount" INTEGER NOT NULL DEFAULT 0,
    "attachmentCount" INTEGER NOT NULL DEFAULT 0,
    "officialCount" INTEGER NOT NULL DEFAULT 0,
    "firstOfficialAt" DATETIME,
    "lastOfficialId" INTEGER,
    "solutionId" INTEGER,
    "solvedAt" DATETIME,
    "solvedById" INTEGER,
    "hotScore" REAL NOT NULL DEFAULT 0,
    "coverId" TEXT,
    "origin" TEXT NOT NULL DEFAULT 'posted',
    CONSTRAINT "Topic_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Topic_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Topic_solvedById_fkey" FOREIGN KEY ("solvedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Topic" ("affectedCount", "areaId", "attachmentCount", "authorId", "board", "body", "bodyHtml", "childCount", "closedReason", "coverId", "createdAt", "declinedReason", "deletedAt", "deletedById", "editedAt", "excerpt", "firstOfficialAt", "heldAt", "hotScore", "id", "importedVotes", "isListed", "kind", "language", "lastActivityAt", "lastOfficialId", "lockedAt", "mergedIntoId", "number", "officialCount", "origin", "rendererVersion", "replyCount", "slug", "solutionId", "solvedAt", "solvedById", "status", "statusChangedAt", "title", "version", "voteCount") SELECT "affectedCount", "areaId", "attachmentCount", "authorId", "board", "body", "bodyHtml", "childCount", "closedReason", "coverId", "createdAt", "declinedReason", "deletedAt", "deletedById", "editedAt", "excerpt", "firstOfficialAt", "heldAt", "hotScore", "id", "importedVotes", "isListed", "kind", "language", "lastActivityAt", "lastOfficialId", "lockedAt", "mergedIntoId", "number", "officialCount", "origin", "rendererVersion", "replyCount", "slug", "solutionId", "solvedAt", "solvedById", "status", "statusChangedAt", "title", "version", "voteCount" FROM "Topic";
DROP TABLE "Topic";
ALTER TABLE "new_Topic" RENAME TO "Topic";
CREATE UNIQUE INDEX "Topic_number_key" ON "Topic"("number");
CREATE INDEX "Topic_board_isListed_lastActivityAt_id_idx" ON "Topic"("board", "isListed", "lastActivityAt", "id");
CREATE INDEX "Topic_board_isListed_createdAt_id_idx" ON "Topic"("board", "isListed", "createdAt", "id");
CREATE INDEX "Topic_board_isListed_voteCount_id_idx" ON "Topic"("board", "isListed", "voteCount", "id");
CREATE INDEX "Topic_board_isListed_affectedCount_id_idx" ON "Topic"("board", "isListed", "affectedCount", "id");
CREATE INDEX "Topic_board_isListed_hotScore_id_idx" ON "Topic"("board", "isListed", "hotScore", "id");
CREATE INDEX "Topic_board_isListed_kind_lastActivityAt_id_idx" ON "Topic"("board", "isListed", "kind", "lastActivityAt", "id");
CREATE INDEX "Topic_board_isListed_status_hotScore_id_idx" ON "Topic"("board", "isListed", "status", "hotScore", "id");
CREATE INDEX "Topic_board_isListed_status_voteCount_id_idx" ON "Topic"("board", "isListed", "status", "voteCount", "id");
CREATE INDEX "Topic_board_isListed_status_createdAt_id_idx" ON "Topic"("board", "isListed", "status", "createdAt", "id");
CREATE INDEX "Topic_board_isListed_status_lastActivityAt_id_idx" ON "Topic"("board", "isListed", "status", "lastActivityAt", "id");
CREATE INDEX "Topic_board_isListed_status_statusChangedAt_id_idx" ON "Topic"("board", "isListed", "status", "statusChangedAt", "id");
CREATE INDEX "Topic_areaId_board_isListed_lastActivityAt_id_idx" ON "Topic"("areaId", "board", "isListed", "lastActivityAt", "id");
CREATE INDEX "Topic_authorId_createdAt_id_idx" ON "Topic"("authorId", "createdAt", "id");
CREATE INDEX "Topic_isListed_lastActivityAt_id_idx" ON "Topic"("isListed", "lastActivityAt", "id");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
