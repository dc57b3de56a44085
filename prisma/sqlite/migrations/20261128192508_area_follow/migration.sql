-- CreateTable
CREATE TABLE "AreaFollow" (
    "areaId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("areaId", "memberId"),
    CONSTRAINT "AreaFollow_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AreaFollow_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AreaFollow_memberId_idx" ON "AreaFollow"("memberId");

-- Whoever voted or is affected was always promised the team's answers and the status, nothing more.
UPDATE "Follow" SET "level" = 'official' WHERE "reason" IN ('voted', 'affected') AND "level" = 'following';
