-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Revision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "announcementId" INTEGER,
    "editorId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "telling" TEXT,
    "wasOpen" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Revision_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Revision" ("announcementId", "body", "createdAt", "editorId", "id", "reason", "replyId", "telling", "title", "topicId", "version") SELECT "announcementId", "body", "createdAt", "editorId", "id", "reason", "replyId", "telling", "title", "topicId", "version" FROM "Revision";
DROP TABLE "Revision";
ALTER TABLE "new_Revision" RENAME TO "Revision";
CREATE UNIQUE INDEX "Revision_topicId_version_key" ON "Revision"("topicId", "version");
CREATE UNIQUE INDEX "Revision_replyId_version_key" ON "Revision"("replyId", "version");
CREATE UNIQUE INDEX "Revision_announcementId_version_key" ON "Revision"("announcementId", "version");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
