-- CreateTable
CREATE TABLE "Obligation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "areaId" INTEGER NOT NULL,
    "askedById" INTEGER NOT NULL,
    "ownerId" INTEGER,
    CONSTRAINT "Obligation_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TopicClaim" (
    "topicId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "claimedAt" DATETIME NOT NULL,
    "activeAt" DATETIME NOT NULL,
    "takenFromId" INTEGER,
    CONSTRAINT "TopicClaim_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TopicClaim_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TopicOwner" (
    "topicId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "assignedById" INTEGER NOT NULL,
    "assignedAt" DATETIME NOT NULL,
    CONSTRAINT "TopicOwner_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TopicOwner_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InternalNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "deletedAt" DATETIME,
    "deletedById" INTEGER,
    CONSTRAINT "InternalNote_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "InternalNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SavedReply" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Obligation_since_id_idx" ON "Obligation"("since", "id");

-- CreateIndex
CREATE INDEX "Obligation_kind_since_id_idx" ON "Obligation"("kind", "since", "id");

-- CreateIndex
CREATE INDEX "Obligation_areaId_since_id_idx" ON "Obligation"("areaId", "since", "id");

-- CreateIndex
CREATE INDEX "Obligation_kind_areaId_since_id_idx" ON "Obligation"("kind", "areaId", "since", "id");

-- CreateIndex
CREATE INDEX "Obligation_ownerId_since_id_idx" ON "Obligation"("ownerId", "since", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_topicId_kind_key" ON "Obligation"("topicId", "kind");

-- CreateIndex
CREATE INDEX "TopicClaim_memberId_idx" ON "TopicClaim"("memberId");

-- CreateIndex
CREATE INDEX "TopicOwner_memberId_idx" ON "TopicOwner"("memberId");

-- CreateIndex
CREATE INDEX "InternalNote_topicId_createdAt_id_idx" ON "InternalNote"("topicId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "InternalNote_authorId_idx" ON "InternalNote"("authorId");
