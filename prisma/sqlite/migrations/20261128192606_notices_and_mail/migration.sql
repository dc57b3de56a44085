-- CreateTable
CREATE TABLE "Notice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "fact" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "announcementId" INTEGER,
    "actorId" INTEGER,
    "data" JSONB NOT NULL,
    "isShown" BOOLEAN NOT NULL DEFAULT true,
    "isForDigest" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "readAt" DATETIME,
    "mailId" INTEGER,
    CONSTRAINT "Notice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notice_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notice_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notice_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NoticeSettings" (
    "memberId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "choices" JSONB NOT NULL,
    "isMailMuted" BOOLEAN NOT NULL DEFAULT false,
    "digest" TEXT NOT NULL DEFAULT 'weekly',
    "digestHour" INTEGER NOT NULL DEFAULT 9,
    "digestDay" INTEGER NOT NULL DEFAULT 1,
    "nextDigestAt" DATETIME,
    CONSTRAINT "NoticeSettings_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "memberId" INTEGER,
    "address" TEXT,
    "locale" TEXT,
    "data" JSONB NOT NULL,
    "uniqueKey" TEXT,
    "topicId" INTEGER,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "leaseToken" TEXT,
    "leasedUntil" DATETIME,
    "endedAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "Mail_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailBounce" (
    "address" TEXT NOT NULL PRIMARY KEY,
    "hardBounces" INTEGER NOT NULL DEFAULT 0,
    "lastReason" TEXT NOT NULL DEFAULT '',
    "lastBounceAt" DATETIME NOT NULL,
    "suppressedAt" DATETIME
);

-- CreateTable
CREATE TABLE "MailCode" (
    "memberId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "MailCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Notice_memberId_isShown_id_idx" ON "Notice"("memberId", "isShown", "id");

-- CreateIndex
CREATE INDEX "Notice_memberId_isShown_readAt_id_idx" ON "Notice"("memberId", "isShown", "readAt", "id");

-- CreateIndex
CREATE INDEX "Notice_memberId_isForDigest_id_idx" ON "Notice"("memberId", "isForDigest", "id");

-- CreateIndex
CREATE INDEX "Notice_topicId_memberId_idx" ON "Notice"("topicId", "memberId");

-- CreateIndex
CREATE INDEX "Notice_replyId_idx" ON "Notice"("replyId");

-- CreateIndex
CREATE INDEX "Notice_announcementId_idx" ON "Notice"("announcementId");

-- CreateIndex
CREATE INDEX "Notice_mailId_idx" ON "Notice"("mailId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_memberId_fact_key" ON "Notice"("memberId", "fact");

-- CreateIndex
CREATE INDEX "NoticeSettings_nextDigestAt_idx" ON "NoticeSettings"("nextDigestAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_uniqueKey_key" ON "Mail"("uniqueKey");

-- CreateIndex
CREATE INDEX "Mail_state_priority_dueAt_id_idx" ON "Mail"("state", "priority" DESC, "dueAt", "id");

-- CreateIndex
CREATE INDEX "Mail_memberId_topicId_state_idx" ON "Mail"("memberId", "topicId", "state");

-- CreateIndex
CREATE INDEX "Mail_leaseToken_idx" ON "Mail"("leaseToken");

-- CreateIndex
CREATE INDEX "Mail_endedAt_idx" ON "Mail"("endedAt");
