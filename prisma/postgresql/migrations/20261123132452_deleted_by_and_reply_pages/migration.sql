-- DropIndex
DROP INDEX "Reply_topicId_helpfulCount_id_idx";

-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "deletedById" INTEGER;

-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "deletedById" INTEGER;

-- CreateIndex
CREATE INDEX "Reply_topicId_depth_path_idx" ON "Reply"("topicId", "depth", "path");

-- CreateIndex
CREATE INDEX "Reply_topicId_depth_helpfulCount_path_idx" ON "Reply"("topicId", "depth", "helpfulCount", "path");
