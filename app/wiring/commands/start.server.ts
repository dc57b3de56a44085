import { parseArgs } from "node:util";
import { createFirstAdminLink } from "~/features/admin/first-admin-link.server";
import { MailSender } from "~/features/mailing/sending.server";
import { claimMissingNames } from "~/features/members/claiming.server";
import { systemContext } from "~/features/members/context";
import { prepareSearch } from "~/features/search/preparing.server";
import { readConfig } from "~/platform/config/config.server";
import { migrate } from "~/platform/db/migrations.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import { composers, mailsPerSecond } from "../mails.server";
import { openPlatform } from "../platform.server";
import { queryCounter } from "../query-counter";
import { startSchedule } from "../schedule.server";
import { listen } from "../server";
import { awaited, subscriptions } from "../subscriptions.server";
import { untilStopped } from "../until-stopped.server";
import type { Command } from "./command";

export const startCommand: Command = {
  summary: "serve the site (and, unless WORKER=off, do its background work)",
  help: `hearback start

Brings the database up to date, serves the site on HOST:PORT and does the background work in the same process.
With WORKER=off only serves; run "hearback worker" beside it. Prints the one-time link for the first admin
until there is one; each start makes a new link. Stops cleanly on SIGINT and SIGTERM.`,
  async run({ args, build, terminal }) {
    parseArgs({ args, options: {} });
    const config = readConfig(process.env);
    const applied = await migrate({ url: config.databaseUrl, root: config.root });
    if (applied.length > 0) terminal.print(`Database: ${applied.length} migration(s) applied.`);
    const counter = process.env.HEARBACK_COUNT_QUERIES === "1" ? queryCounter() : null;
    const platform = await openPlatform(config, { onQuery: counter?.onQuery });
    // Before anybody can sign up: members who came with an earlier release have not claimed their names' looks.
    await claimMissingNames(platform, { isFixing: true });
    const worker = config.worker === "inline" ? new OutboxWorker(platform, subscriptions, awaited) : null;
    const sender = worker && new MailSender(platform, composers, { perSecond: mailsPerSecond });
    const server = await listen({
      platform,
      build,
      onWrite: () => {
        worker?.poke();
        sender?.poke();
      },
      measure: counter?.header,
    });
    const stopSchedule = worker ? startSchedule(platform) : () => {};
    worker?.start();
    sender?.start();
    // Filling an empty index may take a while; pages are served meanwhile, and search says that it rests.
    void prepareSearch(platform).catch((error: unknown) =>
      platform.log.error({ err: error }, "search index"),
    );

    const link = await createFirstAdminLink(systemContext(platform));
    const site = link ? `\nFirst admin (valid 24 hours): ${link}` : "";
    terminal.result(`Hearback answers on ${server.address}${site}`, {
      address: server.address,
      firstAdminLink: link,
    });

    await untilStopped();
    stopSchedule();
    await server.close();
    await Promise.all([worker?.stop(), sender?.stop()]);
    await platform.close();
  },
};
