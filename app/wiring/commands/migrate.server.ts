import { parseArgs } from "node:util";
import { readConfig } from "~/platform/config/config.server";
import { migrate, migrationStatus } from "~/platform/db/migrations.server";
import type { Command } from "./command";

export const migrateCommand: Command = {
  summary: "bring the database up to date",
  help: `hearback migrate [--status]

Applies the migrations that are missing. Safe to run while other processes do the same: one applies, the others wait.
--status   only tell what is applied and what is missing`,
  async run({ args, terminal }) {
    const { values } = parseArgs({ args, options: { status: { type: "boolean" } } });
    const { databaseUrl: url, root } = readConfig(process.env);
    if (values.status) {
      const status = await migrationStatus({ url, root });
      return terminal.result(`${status.applied.length} applied, ${status.pending.length} missing.`, status);
    }
    const applied = await migrate({ url, root });
    terminal.result(applied.length ? `Applied: ${applied.join(", ")}` : "The database is up to date.", {
      applied,
    });
  },
};
