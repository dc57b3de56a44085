import { days } from "~/platform/clock/clock";
import { mailFolder } from "~/platform/mail/open.server";
import { removeStoredMails } from "~/platform/mail/stored-mails.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";

const keptDays = 30;

/** Forgets mails that ended a month ago, and the files of those that went into the data folder. */
export const purgeMailsJob: Listener<Platform> = {
  name: "mail-purge",
  batchSize: 1,
  async handle({ db, clock, config }) {
    const before = new Date(clock.now().getTime() - days(keptDays));
    await db.mail.deleteMany({ where: { endedAt: { lt: before } } });
    await removeStoredMails(mailFolder(config.dataDir), before);
  },
};
