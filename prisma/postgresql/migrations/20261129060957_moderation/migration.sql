-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "heldFor" TEXT;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "heldFor" TEXT;

-- CreateTable
CREATE TABLE "ReviewItem" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "topicId" INTEGER NOT NULL,
    "replyId" INTEGER,
    "authorId" INTEGER NOT NULL,
    "openKey" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "score" INTEGER NOT NULL DEFAULT 0,
    "flagCount" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "claimedById" INTEGER,
    "claimedAt" TIMESTAMP(3),
    "decidedAt" TIMESTAMP(3),
    "decisionId" INTEGER,
    "appealId" INTEGER,

    CONSTRAINT "ReviewItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "replyId" INTEGER,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "weight" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedAt" TIMESTAMP(3),
    "decisionId" INTEGER,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationDecision" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "areaId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "decidedById" INTEGER NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,
    "isAppealable" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ModerationDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" SERIAL NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suspension" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "fromAt" TIMESTAMP(3) NOT NULL,
    "untilAt" TIMESTAMP(3),
    "liftedAt" TIMESTAMP(3),
    "liftedById" INTEGER,

    CONSTRAINT "Suspension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReviewItem_openKey_key" ON "ReviewItem"("openKey");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewItem_appealId_key" ON "ReviewItem"("appealId");

-- CreateIndex
CREATE INDEX "ReviewItem_state_openedAt_id_idx" ON "ReviewItem"("state", "openedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewItem_state_score_id_idx" ON "ReviewItem"("state", "score" DESC, "id");

-- CreateIndex
CREATE INDEX "ReviewItem_state_kind_openedAt_id_idx" ON "ReviewItem"("state", "kind", "openedAt", "id");

-- CreateIndex
CREATE INDEX "ReviewItem_topicId_idx" ON "ReviewItem"("topicId");

-- CreateIndex
CREATE INDEX "ReviewItem_replyId_idx" ON "ReviewItem"("replyId");

-- CreateIndex
CREATE INDEX "ReviewItem_authorId_idx" ON "ReviewItem"("authorId");

-- CreateIndex
CREATE INDEX "Flag_target_state_idx" ON "Flag"("target", "state");

-- CreateIndex
CREATE INDEX "Flag_memberId_state_decidedAt_idx" ON "Flag"("memberId", "state", "decidedAt");

-- CreateIndex
CREATE INDEX "Flag_topicId_idx" ON "Flag"("topicId");

-- CreateIndex
CREATE INDEX "Flag_replyId_idx" ON "Flag"("replyId");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_memberId_target_key" ON "Flag"("memberId", "target");

-- CreateIndex
CREATE INDEX "ModerationDecision_act_decidedAt_id_idx" ON "ModerationDecision"("act", "decidedAt", "id");

-- CreateIndex
CREATE INDEX "ModerationDecision_authorId_decidedAt_id_idx" ON "ModerationDecision"("authorId", "decidedAt", "id");

-- CreateIndex
CREATE INDEX "ModerationDecision_topicId_idx" ON "ModerationDecision"("topicId");

-- CreateIndex
CREATE INDEX "ModerationDecision_replyId_idx" ON "ModerationDecision"("replyId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE INDEX "Appeal_memberId_id_idx" ON "Appeal"("memberId", "id");

-- CreateIndex
CREATE INDEX "Suspension_memberId_fromAt_id_idx" ON "Suspension"("memberId", "fromAt", "id");

-- CreateIndex
CREATE INDEX "Suspension_liftedAt_untilAt_idx" ON "Suspension"("liftedAt", "untilAt");

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_appealId_fkey" FOREIGN KEY ("appealId") REFERENCES "Appeal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationDecision" ADD CONSTRAINT "ModerationDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "ModerationDecision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suspension" ADD CONSTRAINT "Suspension_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Suspension" ADD CONSTRAINT "Suspension_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
