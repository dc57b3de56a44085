-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "wasOpen" BOOLEAN NOT NULL DEFAULT true;
