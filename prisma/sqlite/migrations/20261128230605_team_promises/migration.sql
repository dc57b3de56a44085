-- CreateTable
CREATE TABLE "TeamPromise" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "replyId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "madeById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "moves" JSONB,
    "endedAt" DATETIME,
    "endedByReplyId" INTEGER,
    "endedByAnnouncementId" INTEGER,
    "withdrawnReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "TeamPromise_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TeamPromise_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "OfficialReply" ("replyId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TeamPromise_endedByAnnouncementId_fkey" FOREIGN KEY ("endedByAnnouncementId") REFERENCES "Announcement" ("id") ON DELETE SET NULL ON UPDATE CASCADE
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
