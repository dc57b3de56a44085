-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Sequence" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Area" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "names" JSONB NOT NULL,
    "descriptions" JSONB NOT NULL,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Member" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "nameFolded" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "email" TEXT,
    "emailVerifiedAt" DATETIME,
    "passwordHash" TEXT,
    "role" TEXT NOT NULL DEFAULT 'member',
    "title" TEXT NOT NULL DEFAULT '',
    "bio" TEXT NOT NULL DEFAULT '',
    "locale" TEXT,
    "theme" TEXT NOT NULL DEFAULT 'auto',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "origin" TEXT NOT NULL DEFAULT 'account',
    "topicCount" INTEGER NOT NULL DEFAULT 0,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" DATETIME,
    "suspendedAt" DATETIME,
    "deletedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "memberId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT NOT NULL DEFAULT '',
    "network" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "memberId" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "OneTimeLink_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Submission" (
    "memberId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "location" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("memberId", "key"),
    CONSTRAINT "Submission_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Topic" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "board" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "areaId" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "rendererVersion" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL,
    "statusChangedAt" DATETIME NOT NULL,
    "isListed" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "lastActivityAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    "heldAt" DATETIME,
    "lockedAt" DATETIME,
    "closedReason" TEXT,
    "declinedReason" TEXT,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "childCount" INTEGER NOT NULL DEFAULT 0,
    "voteCount" INTEGER NOT NULL DEFAULT 0,
    "importedVotes" INTEGER NOT NULL DEFAULT 0,
    "affectedCount" INTEGER NOT NULL DEFAULT 0,
    "attachmentCount" INTEGER NOT NULL DEFAULT 0,
    "officialCount" INTEGER NOT NULL DEFAULT 0,
    "firstOfficialAt" DATETIME,
    "lastOfficialId" INTEGER,
    "solutionId" INTEGER,
    "solvedAt" DATETIME,
    "solvedById" INTEGER,
    "hotScore" REAL NOT NULL DEFAULT 0,
    "coverId" TEXT,
    "origin" TEXT NOT NULL DEFAULT 'posted',
    CONSTRAINT "Topic_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "Area" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Topic_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Topic_solvedById_fkey" FOREIGN KEY ("solvedById") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "path" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,
    "authorId" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "rendererVersion" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "deletedAt" DATETIME,
    "heldAt" DATETIME,
    "childCount" INTEGER NOT NULL DEFAULT 0,
    "descendantCount" INTEGER NOT NULL DEFAULT 0,
    "helpfulCount" INTEGER NOT NULL DEFAULT 0,
    "attachmentCount" INTEGER NOT NULL DEFAULT 0,
    "isOfficial" BOOLEAN NOT NULL DEFAULT false,
    "origin" TEXT NOT NULL DEFAULT 'posted',
    CONSTRAINT "Reply_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reply_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Reply" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Reply_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OfficialReply" (
    "replyId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "statusSet" TEXT,
    "authorName" TEXT NOT NULL,
    "authorTitle" TEXT NOT NULL DEFAULT '',
    "textHash" TEXT NOT NULL,
    "postedAt" DATETIME NOT NULL,
    "promise" TEXT,
    "promisedFor" DATETIME,
    "keptAt" DATETIME,
    CONSTRAINT "OfficialReply_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OfficialReplyAnnouncement" (
    "replyId" INTEGER NOT NULL,
    "announcementId" INTEGER NOT NULL,

    PRIMARY KEY ("replyId", "announcementId"),
    CONSTRAINT "OfficialReplyAnnouncement_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "OfficialReply" ("replyId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OfficialReplyAnnouncement_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "announcementId" INTEGER,
    "editorId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Revision_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Revision_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Vote" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "isCounted" BOOLEAN NOT NULL DEFAULT true,
    "addedById" INTEGER,

    PRIMARY KEY ("topicId", "memberId"),
    CONSTRAINT "Vote_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Vote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Affected" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("topicId", "memberId"),
    CONSTRAINT "Affected_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Affected_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Follow" (
    "topicId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "level" TEXT NOT NULL DEFAULT 'following',
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("topicId", "memberId"),
    CONSTRAINT "Follow_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Follow_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TopicTag" (
    "topicId" INTEGER NOT NULL,
    "tagId" INTEGER NOT NULL,

    PRIMARY KEY ("topicId", "tagId"),
    CONSTRAINT "TopicTag_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TopicTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "topicId" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "actorId" INTEGER,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TimelineEntry_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TimelineEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Announcement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "rendererVersion" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "release" TEXT NOT NULL DEFAULT '',
    "labels" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "authorId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "publishedAt" DATETIME,
    "announcedAt" DATETIME,
    "scheduledFor" DATETIME,
    "coverId" TEXT,
    "topicCount" INTEGER NOT NULL DEFAULT 0,
    "origin" TEXT NOT NULL DEFAULT 'posted',
    CONSTRAINT "Announcement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnnouncementTopic" (
    "announcementId" INTEGER NOT NULL,
    "topicId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("announcementId", "topicId"),
    CONSTRAINT "AnnouncementTopic_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnnouncementTopic_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" INTEGER NOT NULL,
    "topicId" INTEGER,
    "replyId" INTEGER,
    "announcementId" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "fileName" TEXT NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "mediaType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "thumbWidth" INTEGER NOT NULL,
    "thumbHeight" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'owner',
    "createdAt" DATETIME NOT NULL,
    "attachedAt" DATETIME,
    CONSTRAINT "Attachment_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attachment_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "Topic" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Attachment_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Attachment_announcementId_fkey" FOREIGN KEY ("announcementId") REFERENCES "Announcement" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "listener" TEXT,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "uniqueKey" TEXT,
    "createdAt" DATETIME NOT NULL,
    "runAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseToken" TEXT,
    "leasedUntil" DATETIME,
    "finishedAt" DATETIME,
    "failedAt" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "ImportedRecord" (
    "source" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thingId" INTEGER NOT NULL,
    "digest" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("source", "externalId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Area_slug_key" ON "Area"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Member_nameFolded_key" ON "Member"("nameFolded");

-- CreateIndex
CREATE UNIQUE INDEX "Member_email_key" ON "Member"("email");

-- CreateIndex
CREATE INDEX "Member_role_id_idx" ON "Member"("role", "id");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_purpose_usedAt_idx" ON "OneTimeLink"("purpose", "usedAt");

-- CreateIndex
CREATE INDEX "Submission_createdAt_idx" ON "Submission"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Topic_number_key" ON "Topic"("number");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_lastActivityAt_id_idx" ON "Topic"("board", "isListed", "lastActivityAt", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_createdAt_id_idx" ON "Topic"("board", "isListed", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_voteCount_id_idx" ON "Topic"("board", "isListed", "voteCount", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_affectedCount_id_idx" ON "Topic"("board", "isListed", "affectedCount", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_hotScore_id_idx" ON "Topic"("board", "isListed", "hotScore", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_status_hotScore_id_idx" ON "Topic"("board", "isListed", "status", "hotScore", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_status_voteCount_id_idx" ON "Topic"("board", "isListed", "status", "voteCount", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_status_createdAt_id_idx" ON "Topic"("board", "isListed", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Topic_board_isListed_status_lastActivityAt_id_idx" ON "Topic"("board", "isListed", "status", "lastActivityAt", "id");

-- CreateIndex
CREATE INDEX "Topic_areaId_board_isListed_lastActivityAt_id_idx" ON "Topic"("areaId", "board", "isListed", "lastActivityAt", "id");

-- CreateIndex
CREATE INDEX "Topic_authorId_createdAt_id_idx" ON "Topic"("authorId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Topic_isListed_lastActivityAt_id_idx" ON "Topic"("isListed", "lastActivityAt", "id");

-- CreateIndex
CREATE INDEX "Reply_topicId_createdAt_id_idx" ON "Reply"("topicId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Reply_topicId_helpfulCount_id_idx" ON "Reply"("topicId", "helpfulCount", "id");

-- CreateIndex
CREATE INDEX "Reply_authorId_createdAt_id_idx" ON "Reply"("authorId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Reply_parentId_idx" ON "Reply"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Reply_topicId_path_key" ON "Reply"("topicId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "OfficialReply_reference_key" ON "OfficialReply"("reference");

-- CreateIndex
CREATE INDEX "OfficialReply_topicId_postedAt_idx" ON "OfficialReply"("topicId", "postedAt");

-- CreateIndex
CREATE INDEX "OfficialReply_postedAt_replyId_idx" ON "OfficialReply"("postedAt", "replyId");

-- CreateIndex
CREATE INDEX "OfficialReplyAnnouncement_announcementId_idx" ON "OfficialReplyAnnouncement"("announcementId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_topicId_version_key" ON "Revision"("topicId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_replyId_version_key" ON "Revision"("replyId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_announcementId_version_key" ON "Revision"("announcementId", "version");

-- CreateIndex
CREATE INDEX "Vote_memberId_createdAt_idx" ON "Vote"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "Affected_memberId_createdAt_idx" ON "Affected"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "Follow_memberId_createdAt_idx" ON "Follow"("memberId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");

-- CreateIndex
CREATE INDEX "TopicTag_tagId_idx" ON "TopicTag"("tagId");

-- CreateIndex
CREATE INDEX "TimelineEntry_topicId_createdAt_id_idx" ON "TimelineEntry"("topicId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Announcement_slug_key" ON "Announcement"("slug");

-- CreateIndex
CREATE INDEX "Announcement_status_publishedAt_id_idx" ON "Announcement"("status", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "AnnouncementTopic_topicId_idx" ON "AnnouncementTopic"("topicId");

-- CreateIndex
CREATE INDEX "Attachment_topicId_position_idx" ON "Attachment"("topicId", "position");

-- CreateIndex
CREATE INDEX "Attachment_replyId_position_idx" ON "Attachment"("replyId", "position");

-- CreateIndex
CREATE INDEX "Attachment_announcementId_position_idx" ON "Attachment"("announcementId", "position");

-- CreateIndex
CREATE INDEX "Attachment_ownerId_createdAt_idx" ON "Attachment"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "Attachment_attachedAt_createdAt_idx" ON "Attachment"("attachedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_uniqueKey_key" ON "Outbox"("uniqueKey");

-- CreateIndex
CREATE INDEX "Outbox_finishedAt_failedAt_runAt_id_idx" ON "Outbox"("finishedAt", "failedAt", "runAt", "id");

-- CreateIndex
CREATE INDEX "Outbox_listener_finishedAt_runAt_idx" ON "Outbox"("listener", "finishedAt", "runAt");

-- CreateIndex
CREATE INDEX "ImportedRecord_thing_thingId_idx" ON "ImportedRecord"("thing", "thingId");
