-- AlterTable
ALTER TABLE "Topic" ADD COLUMN     "importedAffected" INTEGER NOT NULL DEFAULT 0;
