-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "reactions" JSONB;

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "lastRemovedAt" TIMESTAMP(3),
ADD COLUMN     "leftTeamAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "OfficialReply" ADD COLUMN     "noCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "yesCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "importedHelpful" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reactions" JSONB;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "reactions" JSONB;

-- CreateTable
CREATE TABLE "Reaction" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "announcementId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerFeedback" (
    "replyId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AnswerFeedback_pkey" PRIMARY KEY ("replyId","memberId")
);

-- CreateTable
CREATE TABLE "Bookmark" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Bookmark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionVisit" (
    "memberId" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SectionVisit_pkey" PRIMARY KEY ("memberId","section")
);

-- CreateIndex
CREATE INDEX "Reaction_topicId_createdAt_id_idx" ON "Reaction"("topicId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Reaction_replyId_createdAt_id_idx" ON "Reaction"("replyId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Reaction_announcementId_createdAt_id_idx" ON "Reaction"("announcementId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Reaction_memberId_topicId_kind_key" ON "Reaction"("memberId", "topicId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Reaction_memberId_replyId_kind_key" ON "Reaction"("memberId", "replyId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Reaction_memberId_announcementId_kind_key" ON "Reaction"("memberId", "announcementId", "kind");

-- CreateIndex
CREATE INDEX "AnswerFeedback_memberId_idx" ON "AnswerFeedback"("memberId");

-- CreateIndex
CREATE INDEX "Bookmark_memberId_createdAt_id_idx" ON "Bookmark"("memberId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Bookmark_topicId_idx" ON "Bookmark"("topicId");

-- CreateIndex
CREATE INDEX "Bookmark_replyId_idx" ON "Bookmark"("replyId");

-- CreateIndex
CREATE UNIQUE INDEX "Bookmark_memberId_topicId_key" ON "Bookmark"("memberId", "topicId");

-- CreateIndex
CREATE UNIQUE INDEX "Bookmark_memberId_replyId_key" ON "Bookmark"("memberId", "replyId");

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerFeedback" ADD CONSTRAINT "AnswerFeedback_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "OfficialReply"("replyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerFeedback" ADD CONSTRAINT "AnswerFeedback_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bookmark" ADD CONSTRAINT "Bookmark_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionVisit" ADD CONSTRAINT "SectionVisit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- All that was counted so far came with an archive.
UPDATE "Reply" SET "importedHelpful" = "helpfulCount" WHERE "helpfulCount" <> 0;
