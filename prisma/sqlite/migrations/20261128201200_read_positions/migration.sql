-- CreateTable
CREATE TABLE "ReadPosition" (
    "memberId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "lastReplyId" INTEGER NOT NULL,
    "lastAt" DATETIME NOT NULL,
    "sinceReplyId" INTEGER NOT NULL,
    "sinceAt" DATETIME NOT NULL,

    PRIMARY KEY ("memberId", "topicId"),
    CONSTRAINT "ReadPosition_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReadPosition_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReadHorizon" (
    "memberId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReadHorizon_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReadPosition_topicId_idx" ON "ReadPosition"("topicId");

-- CreateIndex
CREATE INDEX "Reply_topicId_id_idx" ON "Reply"("topicId", "id");
