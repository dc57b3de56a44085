-- CreateTable
CREATE TABLE "Obligation" (
    "id" SERIAL NOT NULL,
    "topicId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "areaId" INTEGER NOT NULL,
    "askedById" INTEGER NOT NULL,
    "ownerId" INTEGER,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicClaim" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "claimedAt" TIMESTAMP(3) NOT NULL,
    "activeAt" TIMESTAMP(3) NOT NULL,
    "takenFromId" INTEGER,

    CONSTRAINT "TopicClaim_pkey" PRIMARY KEY ("topicId")
);

-- CreateTable
CREATE TABLE "TopicOwner" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "assignedById" INTEGER NOT NULL,
    "assignedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TopicOwner_pkey" PRIMARY KEY ("topicId")
);

-- CreateTable
CREATE TABLE "InternalNote" (
    "id" SERIAL NOT NULL,
    "topicId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "rendererVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),
    "deletedById" INTEGER,

    CONSTRAINT "InternalNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedReply" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedReply_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicClaim" ADD CONSTRAINT "TopicClaim_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicClaim" ADD CONSTRAINT "TopicClaim_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicOwner" ADD CONSTRAINT "TopicOwner_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TopicOwner" ADD CONSTRAINT "TopicOwner_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
