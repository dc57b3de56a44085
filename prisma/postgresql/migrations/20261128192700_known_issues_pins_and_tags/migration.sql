-- AlterTable
ALTER TABLE "Tag" ADD COLUMN     "reservedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "duplicateOfId" INTEGER;

-- CreateTable
CREATE TABLE "TagAlias" (
    "slug" TEXT NOT NULL,
    "tagId" INTEGER NOT NULL,

    CONSTRAINT "TagAlias_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Pin" (
    "topicId" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "pinnedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),

    CONSTRAINT "Pin_pkey" PRIMARY KEY ("topicId")
);

-- CreateTable
CREATE TABLE "KnownIssue" (
    "topicId" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'investigating',
    "summary" TEXT NOT NULL DEFAULT '',
    "workaround" TEXT NOT NULL DEFAULT '',
    "workaroundHtml" TEXT NOT NULL DEFAULT '',
    "versions" TEXT NOT NULL DEFAULT '',
    "rendererVersion" INTEGER NOT NULL DEFAULT 0,
    "isUrgent" BOOLEAN NOT NULL DEFAULT false,
    "nextUpdateAt" TIMESTAMP(3),
    "announcementId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),
    "fixedAt" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),
    "confirmedCount" INTEGER NOT NULL DEFAULT 0,
    "deniedCount" INTEGER NOT NULL DEFAULT 0,
    "doubtedAt" TIMESTAMP(3),

    CONSTRAINT "KnownIssue_pkey" PRIMARY KEY ("topicId")
);

-- CreateTable
CREATE TABLE "KnownIssueUpdate" (
    "id" SERIAL NOT NULL,
    "topicId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),

    CONSTRAINT "KnownIssueUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FixAnswer" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "isSolved" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FixAnswer_pkey" PRIMARY KEY ("topicId","memberId")
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

-- AddForeignKey
ALTER TABLE "TagAlias" ADD CONSTRAINT "TagAlias_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pin" ADD CONSTRAINT "Pin_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownIssue" ADD CONSTRAINT "KnownIssue_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownIssue" ADD CONSTRAINT "KnownIssue_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownIssueUpdate" ADD CONSTRAINT "KnownIssueUpdate_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "KnownIssue"("topicId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownIssueUpdate" ADD CONSTRAINT "KnownIssueUpdate_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FixAnswer" ADD CONSTRAINT "FixAnswer_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "KnownIssue"("topicId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FixAnswer" ADD CONSTRAINT "FixAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A topic called "Tags" would stand at the address where its tags are set; see topic-slug.ts.
UPDATE "Topic" SET "slug" = 'topic-' || "slug" WHERE "slug" IN ('known-issue', 'fix-answer', 'pin', 'tags');
