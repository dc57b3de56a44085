-- AlterTable
ALTER TABLE "Topic" ADD COLUMN "mergedIntoId" INTEGER;

-- CreateIndex
CREATE INDEX "Topic_board_isListed_status_statusChangedAt_id_idx" ON "Topic"("board", "isListed", "status", "statusChangedAt", "id");
