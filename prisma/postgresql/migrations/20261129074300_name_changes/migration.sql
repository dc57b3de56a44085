-- CreateTable
CREATE TABLE "NameChange" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "fromFolded" TEXT NOT NULL,
    "isOfTeam" BOOLEAN NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "NameChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NameChange_memberId_id_idx" ON "NameChange"("memberId", "id");

-- CreateIndex
CREATE INDEX "NameChange_kind_fromFolded_id_idx" ON "NameChange"("kind", "fromFolded", "id");

-- CreateIndex
CREATE INDEX "NameChange_isOfTeam_id_idx" ON "NameChange"("isOfTeam", "id");

-- AddForeignKey
ALTER TABLE "NameChange" ADD CONSTRAINT "NameChange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
