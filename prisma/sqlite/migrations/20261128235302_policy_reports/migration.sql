-- CreateTable
CREATE TABLE "PolicyReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "directive" TEXT NOT NULL,
    "blocked" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "firstAt" DATETIME NOT NULL,
    "lastAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "PolicyReport_lastAt_idx" ON "PolicyReport"("lastAt");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyReport_directive_blocked_page_key" ON "PolicyReport"("directive", "blocked", "page");
