-- AlterTable
ALTER TABLE "Member" ADD COLUMN "lastRemovedAt" DATETIME;
ALTER TABLE "Member" ADD COLUMN "leftTeamAt" DATETIME;

-- CreateTable
CREATE TABLE "Reaction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "announcementId" INTEGER,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Reaction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reaction_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reaction_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reaction_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnswerFeedback" (
    "replyId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("replyId", "memberId"),
    CONSTRAINT "AnswerFeedback_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "OfficialReply" ("replyId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnswerFeedback_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Bookmark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Bookmark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Bookmark_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Bookmark_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SectionVisit" (
    "memberId" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "since" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "section"),
    CONSTRAINT "SectionVisit_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN "reactions" JSONB;
ALTER TABLE "OfficialReply" ADD COLUMN "noCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "OfficialReply" ADD COLUMN "yesCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Reply" ADD COLUMN "importedHelpful" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Reply" ADD COLUMN "reactions" JSONB;
ALTER TABLE "Topic" ADD COLUMN "reactions" JSONB;

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

-- All that was counted so far came with an archive.
UPDATE "Reply" SET "importedHelpful" = "helpfulCount" WHERE "helpfulCount" <> 0;
