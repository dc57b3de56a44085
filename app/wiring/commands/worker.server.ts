import { setPriority } from "node:os";
import { parseArgs } from "node:util";
import { prepareSearch } from "~/features/search/preparing.server";
import { MailSender } from "~/features/mailing/sending.server";
import { readConfig } from "~/platform/config/config.server";
import { migrate } from "~/platform/db/migrations.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import { composers, mailsPerSecond } from "../mails.server";
import { openPlatform } from "../platform.server";
import { startSchedule } from "../schedule.server";
import { awaited, subscriptions } from "../subscriptions.server";
import { untilStopped } from "../until-stopped.server";
import type { Command } from "./command";

export const workerCommand: Command = {
  summary: "do the background work without serving",
  help: `hearback worker

Hands events to their listeners, sends mails and runs timed jobs until it is stopped. Any number may run on one database.
Where it shares a machine with the pages, they come first.`,
  async run({ args, terminal }) {
    parseArgs({ args, options: {} });
    yieldToPages();
    const config = readConfig(process.env);
    await migrate({ url: config.databaseUrl, root: config.root });
    const platform = await openPlatform(config);
    const worker = new OutboxWorker(platform, subscriptions, awaited);
    const stopSchedule = startSchedule(platform);
    const sender = new MailSender(platform, composers, { perSecond: mailsPerSecond });
    worker.start();
    sender.start();
    void prepareSearch(platform).catch((error: unknown) =>
      platform.log.error({ err: error }, "search index"),
    );
    terminal.result("The worker runs.", { running: true });
    await untilStopped();
    stopSchedule();
    await Promise.all([worker.stop(), sender.stop()]);
    await platform.close();
  },
};

const behindPages = 10;

/** A large mailing takes what the pages of the same machine leave. Where the system refuses, it works as any other process. */
function yieldToPages(): void {
  try {
    setPriority(behindPages);
  } catch {
    return;
  }
}
