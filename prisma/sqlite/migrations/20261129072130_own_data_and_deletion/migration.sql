-- CreateTable
CREATE TABLE "DataExport" (
    "memberId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "stepsDone" INTEGER NOT NULL DEFAULT 0,
    "stepsTotal" INTEGER NOT NULL DEFAULT 0,
    "bytes" REAL NOT NULL DEFAULT 0,
    "askedAt" DATETIME NOT NULL,
    "readyAt" DATETIME,
    "expiresAt" DATETIME,
    CONSTRAINT "DataExport_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccountDeletion" (
    "memberId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "keepsPosts" BOOLEAN NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "step" TEXT NOT NULL DEFAULT '',
    "finishedAt" DATETIME,
    CONSTRAINT "AccountDeletion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "DataExport_key_key" ON "DataExport"("key");

-- CreateIndex
CREATE INDEX "DataExport_expiresAt_idx" ON "DataExport"("expiresAt");

-- CreateIndex
CREATE INDEX "AccountDeletion_finishedAt_dueAt_idx" ON "AccountDeletion"("finishedAt", "dueAt");
