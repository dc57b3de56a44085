import type { Clock } from "./clock/clock";
import type { Config } from "./config/config.server";
import type { Client, DatabaseKind, Rows } from "./db/client.server";
import type { Log } from "./log/log.server";
import type { MailTransport } from "./mail/port";
import type { MarkdownRenderer } from "./markdown/port";
import type { SearchEngine } from "./search-engine/port";
import type { FileStore } from "./storage/port";

/** Everything a feature may lean on. Put together once per process in wiring and handed down inside `ctx`. */
export interface Platform {
  config: Config;
  clock: Clock;
  log: Log;
  db: Client;
  rows: Rows;
  databaseKind: DatabaseKind;
  files: FileStore;
  search: SearchEngine;
  markdown: MarkdownRenderer;
  mail: MailTransport;
}
