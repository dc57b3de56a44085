-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),
    "mailId" INTEGER,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeSettings" (
    "memberId" INTEGER NOT NULL,
    "choices" JSONB NOT NULL,
    "isMailMuted" BOOLEAN NOT NULL DEFAULT false,
    "digest" TEXT NOT NULL DEFAULT 'weekly',
    "digestHour" INTEGER NOT NULL DEFAULT 9,
    "digestDay" INTEGER NOT NULL DEFAULT 1,
    "nextDigestAt" TIMESTAMP(3),

    CONSTRAINT "NoticeSettings_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" INTEGER,
    "address" TEXT,
    "locale" TEXT,
    "data" JSONB NOT NULL,
    "uniqueKey" TEXT,
    "topicId" INTEGER,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "leaseToken" TEXT,
    "leasedUntil" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailBounce" (
    "address" TEXT NOT NULL,
    "hardBounces" INTEGER NOT NULL DEFAULT 0,
    "lastReason" TEXT NOT NULL DEFAULT '',
    "lastBounceAt" TIMESTAMP(3) NOT NULL,
    "suppressedAt" TIMESTAMP(3),

    CONSTRAINT "MailBounce_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "MailCode" (
    "memberId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MailCode_pkey" PRIMARY KEY ("memberId")
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

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeSettings" ADD CONSTRAINT "NoticeSettings_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailCode" ADD CONSTRAINT "MailCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
