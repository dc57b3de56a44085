-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "votesHiddenAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "AddedVote" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "addedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "AddedVote_pkey" PRIMARY KEY ("topicId","memberId")
);

-- CreateTable
CREATE TABLE "Merge" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "statusBefore" TEXT NOT NULL,
    "statusChangedAtBefore" TIMESTAMP(3) NOT NULL,
    "declinedReasonBefore" TEXT,
    "mergedById" INTEGER NOT NULL,
    "mergedAt" TIMESTAMP(3) NOT NULL,
    "unmergedById" INTEGER,
    "unmergedAt" TIMESTAMP(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "AddedVote" ADD CONSTRAINT "AddedVote_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AddedVote" ADD CONSTRAINT "AddedVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;
