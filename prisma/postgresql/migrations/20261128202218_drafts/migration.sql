-- CreateTable
CREATE TABLE "Draft" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "topicNumber" INTEGER,
    "values" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "writer" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftPicture" (
    "draftId" INTEGER NOT NULL,
    "attachmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "DraftPicture_pkey" PRIMARY KEY ("draftId","attachmentId")
);

-- CreateIndex
CREATE INDEX "Draft_savedAt_idx" ON "Draft"("savedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_memberId_form_key" ON "Draft"("memberId", "form");

-- CreateIndex
CREATE INDEX "DraftPicture_attachmentId_idx" ON "DraftPicture"("attachmentId");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftPicture" ADD CONSTRAINT "DraftPicture_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftPicture" ADD CONSTRAINT "DraftPicture_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
