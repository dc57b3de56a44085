-- AlterTable
ALTER TABLE "Tag" ADD COLUMN "reservedAt" DATETIME;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN "duplicateOfId" INTEGER;

-- CreateTable
CREATE TABLE "TagAlias" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "tagId" INTEGER NOT NULL,
    CONSTRAINT "TagAlias_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pin" (
    "topicId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "scope" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "pinnedById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    CONSTRAINT "Pin_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnownIssue" (
    "topicId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "state" TEXT NOT NULL DEFAULT 'investigating',
    "summary" TEXT NOT NULL DEFAULT '',
    "workaround" TEXT NOT NULL DEFAULT '',
    "workaroundHtml" TEXT NOT NULL DEFAULT '',
    "versions" TEXT NOT NULL DEFAULT '',
    "rendererVersion" INTEGER NOT NULL DEFAULT 0,
    "isUrgent" BOOLEAN NOT NULL DEFAULT false,
    "nextUpdateAt" DATETIME,
    "announcementId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "fixedAt" DATETIME,
    "toldAt" DATETIME,
    "confirmedCount" INTEGER NOT NULL DEFAULT 0,
    "deniedCount" INTEGER NOT NULL DEFAULT 0,
    "doubtedAt" DATETIME,
    CONSTRAINT "KnownIssue_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "KnownIssue_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnownIssueUpdate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    CONSTRAINT "KnownIssueUpdate_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "KnownIssue" ("topicId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "KnownIssueUpdate_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FixAnswer" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "isSolved" BOOLEAN NOT NULL,
    "answeredAt" DATETIME NOT NULL,

    PRIMARY KEY ("topicId", "memberId"),
    CONSTRAINT "FixAnswer_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "KnownIssue" ("topicId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FixAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TagAlias_tagId_idx" ON "TagAlias"("tagId");

-- CreateIndex
CREATE INDEX "Pin_scope_position_idx" ON "Pin"("scope", "position");

-- CreateIndex
CREATE INDEX "KnownIssue_isUrgent_topicId_idx" ON "KnownIssue"("isUrgent", "topicId");

-- CreateIndex
CREATE INDEX "KnownIssue_state_fixedAt_idx" ON "KnownIssue"("state", "fixedAt");

-- CreateIndex
CREATE INDEX "KnownIssueUpdate_topicId_createdAt_id_idx" ON "KnownIssueUpdate"("topicId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "FixAnswer_memberId_answeredAt_idx" ON "FixAnswer"("memberId", "answeredAt");

-- A topic called "Tags" would stand at the address where its tags are set; see topic-slug.ts.
UPDATE "Topic" SET "slug" = 'topic-' || "slug" WHERE "slug" IN ('known-issue', 'fix-answer', 'pin', 'tags');
