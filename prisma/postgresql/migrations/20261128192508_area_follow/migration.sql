-- CreateTable
CREATE TABLE "AreaFollow" (
    "areaId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AreaFollow_pkey" PRIMARY KEY ("areaId","memberId")
);

-- CreateIndex
CREATE INDEX "AreaFollow_memberId_idx" ON "AreaFollow"("memberId");

-- AddForeignKey
ALTER TABLE "AreaFollow" ADD CONSTRAINT "AreaFollow_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AreaFollow" ADD CONSTRAINT "AreaFollow_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever voted or is affected was always promised the team's answers and the status, nothing more.
UPDATE "Follow" SET "level" = 'official' WHERE "reason" IN ('voted', 'affected') AND "level" = 'following';
