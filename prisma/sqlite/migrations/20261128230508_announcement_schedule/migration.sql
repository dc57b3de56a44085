-- AlterTable
ALTER TABLE "Announcement" ADD COLUMN "scheduleFailure" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Announcement" ADD COLUMN "scheduledById" INTEGER;
ALTER TABLE "Announcement" ADD COLUMN "scheduledReply" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Announcement" ADD COLUMN "scheduledSettle" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Announcement" ADD COLUMN "scheduledZone" TEXT NOT NULL DEFAULT '';
