-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN     "scheduleFailure" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "scheduledById" INTEGER,
ADD COLUMN     "scheduledReply" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "scheduledSettle" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scheduledZone" TEXT NOT NULL DEFAULT '';
