import { systemClock } from "~/platform/clock/clock";
import type { Config } from "~/platform/config/config.server";
import type { OpenOptions } from "~/platform/db/client.server";
import { openDatabase } from "~/platform/db/open.server";
import { makeLog } from "~/platform/log/log.server";
import type { Platform } from "~/platform/platform";
import { openMailTransport } from "~/platform/mail/open.server";
import { openMarkdownRenderer } from "~/platform/markdown/open.server";
import { openSearchEngine } from "~/platform/search-engine/open.server";
import { openFileStore } from "~/platform/storage/open.server";

export interface OpenPlatform extends Platform {
  close(): Promise<void>;
}

/** Opens everything a process needs, once. The caller closes it. */
export async function openPlatform(config: Config, options: OpenOptions = {}): Promise<OpenPlatform> {
  const database = openDatabase(config.databaseUrl, options);
  const markdown = openMarkdownRenderer();
  const mail = openMailTransport(config);
  const [files, search] = await Promise.all([
    openFileStore({ dataDir: config.dataDir, s3: config.s3 }),
    openSearchEngine({ dataDir: config.dataDir, meili: config.meili, clock: systemClock }),
  ]);
  return {
    config,
    clock: systemClock,
    log: makeLog(config.logLevel),
    db: database.client,
    rows: database.rows,
    databaseKind: database.kind,
    files,
    search,
    markdown,
    mail,
    async close() {
      await Promise.all([files.close(), search.close(), markdown.close(), mail.close()]);
      await database.close();
    },
  };
}
