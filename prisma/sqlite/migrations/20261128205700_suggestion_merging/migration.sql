-- AlterTable
ALTER TABLE "Member" ADD COLUMN "votesHiddenAt" DATETIME;

-- CreateTable
CREATE TABLE "AddedVote" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "addedById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,

    PRIMARY KEY ("topicId", "memberId"),
    CONSTRAINT "AddedVote_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AddedVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sourceId" INTEGER NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "statusBefore" TEXT NOT NULL,
    "statusChangedAtBefore" DATETIME NOT NULL,
    "declinedReasonBefore" TEXT,
    "mergedById" INTEGER NOT NULL,
    "mergedAt" DATETIME NOT NULL,
    "unmergedById" INTEGER,
    "unmergedAt" DATETIME,
    CONSTRAINT "Merge_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Merge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AddedVote_memberId_idx" ON "AddedVote"("memberId");

-- CreateIndex
CREATE INDEX "Merge_sourceId_unmergedAt_idx" ON "Merge"("sourceId", "unmergedAt");

-- CreateIndex
CREATE INDEX "Merge_survivorId_idx" ON "Merge"("survivorId");

-- CreateIndex
CREATE INDEX "Topic_mergedIntoId_id_idx" ON "Topic"("mergedIntoId", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_replyCount_createdAt_id_idx" ON "Topic"("board", "isListed", "replyCount", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Vote_topicId_createdAt_memberId_idx" ON "Vote"("topicId", "createdAt", "memberId");
