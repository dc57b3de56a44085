-- CreateTable
CREATE TABLE "TeamPromise" (
    "id" SERIAL NOT NULL,
    "topicId" INTEGER NOT NULL,
    "replyId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "madeById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "moves" JSONB,
    "endedAt" TIMESTAMP(3),
    "endedByReplyId" INTEGER,
    "endedByAnnouncementId" INTEGER,
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TeamPromise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TeamPromise_replyId_key" ON "TeamPromise"("replyId");

-- CreateIndex
CREATE INDEX "TeamPromise_topicId_id_idx" ON "TeamPromise"("topicId", "id");

-- CreateIndex
CREATE INDEX "TeamPromise_state_dueOn_id_idx" ON "TeamPromise"("state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "TeamPromise_state_endedAt_id_idx" ON "TeamPromise"("state", "endedAt", "id");

-- CreateIndex
CREATE INDEX "TeamPromise_endedByAnnouncementId_idx" ON "TeamPromise"("endedByAnnouncementId");

-- AddForeignKey
ALTER TABLE "TeamPromise" ADD CONSTRAINT "TeamPromise_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamPromise" ADD CONSTRAINT "TeamPromise_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "OfficialReply"("replyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamPromise" ADD CONSTRAINT "TeamPromise_endedByAnnouncementId_fkey" FOREIGN KEY ("endedByAnnouncementId") REFERENCES "Announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;
