-- AlterTable
ALTER TABLE "Attachment" ADD COLUMN "durationMs" INTEGER;
