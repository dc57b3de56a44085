-- CreateTable
CREATE TABLE "PolicyReport" (
    "id" SERIAL NOT NULL,
    "directive" TEXT NOT NULL,
    "blocked" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "firstAt" TIMESTAMP(3) NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PolicyReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PolicyReport_lastAt_idx" ON "PolicyReport"("lastAt");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyReport_directive_blocked_page_key" ON "PolicyReport"("directive", "blocked", "page");
