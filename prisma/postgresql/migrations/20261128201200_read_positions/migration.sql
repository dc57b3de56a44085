-- CreateTable
CREATE TABLE "ReadPosition" (
    "memberId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "lastReplyId" INTEGER NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,
    "sinceReplyId" INTEGER NOT NULL,
    "sinceAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReadPosition_pkey" PRIMARY KEY ("memberId","topicId")
);

-- CreateTable
CREATE TABLE "ReadHorizon" (
    "memberId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReadHorizon_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "ReadPosition_topicId_idx" ON "ReadPosition"("topicId");

-- CreateIndex
CREATE INDEX "Reply_topicId_id_idx" ON "Reply"("topicId", "id");

-- AddForeignKey
ALTER TABLE "ReadPosition" ADD CONSTRAINT "ReadPosition_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadPosition" ADD CONSTRAINT "ReadPosition_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadHorizon" ADD CONSTRAINT "ReadHorizon_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
