-- CreateIndex
CREATE INDEX "Topic_board_isListed_status_affectedCount_id_idx" ON "Topic"("board", "isListed", "status", "affectedCount", "id");
