-- AlterTable
ALTER TABLE "Reaction" ADD COLUMN "threadId" INTEGER;

-- AlterTable
ALTER TABLE "Bookmark" ADD COLUMN "threadId" INTEGER;

-- CreateIndex
CREATE INDEX "Reaction_memberId_threadId_idx" ON "Reaction"("memberId", "threadId");

-- CreateIndex
CREATE INDEX "Bookmark_memberId_threadId_idx" ON "Bookmark"("memberId", "threadId");

UPDATE "Reaction" SET "threadId" = COALESCE("topicId", (SELECT r."topicId" FROM "Reply" r WHERE r."id" = "Reaction"."replyId"));
UPDATE "Bookmark" SET "threadId" = COALESCE("topicId", (SELECT r."topicId" FROM "Reply" r WHERE r."id" = "Bookmark"."replyId"));
