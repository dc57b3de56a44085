-- CreateTable
CREATE TABLE "ChangelogSubscriber" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "confirmedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "ChangelogSubscriber_email_key" ON "ChangelogSubscriber"("email");
