-- DropIndex
DROP INDEX "Reply_topicId_depth_helpfulCount_path_idx";

-- CreateIndex
CREATE INDEX "Reply_topicId_depth_helpfulCount_path_idx" ON "Reply"("topicId", "depth", "helpfulCount" DESC, "path");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_kind_lastActivityAt_id_idx" ON "Topic"("board", "isListed", "kind", "lastActivityAt", "id");
