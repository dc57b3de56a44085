import type { ServerBuild } from "@remix-run/node";
import { ConfigError } from "~/platform/config/config.server";
import { SearchUnavailable } from "~/platform/search-engine/errors";
import { CommandFailure, type Command } from "./commands/command";
import { doctorCommand } from "./commands/doctor.server";
import { importCommand } from "./commands/import.server";
import { mailCommand } from "./commands/mail.server";
import { memberCommand } from "./commands/member.server";
import { migrateCommand } from "./commands/migrate.server";
import { reindexCommand } from "./commands/reindex.server";
import { seedCommand } from "./commands/seed.server";
import { startCommand } from "./commands/start.server";
import { workerCommand } from "./commands/worker.server";
import { makeTerminal, type Terminal } from "./terminal.server";

const commands: Record<string, Command> = {
  start: startCommand,
  worker: workerCommand,
  migrate: migrateCommand,
  member: memberCommand,
  mail: mailCommand,
  import: importCommand,
  reindex: reindexCommand,
  doctor: doctorCommand,
  seed: seedCommand,
};

/**
 * Runs one command line (without `node` and the script) and answers with the exit code: 0 done, 1 failed with a
 * sentence on standard error, 2 wrongly called.
 */
export async function runCommand(args: readonly string[], build: ServerBuild): Promise<number> {
  const [name = "--help", ...rest] = args;
  const terminal = makeTerminal({ isJson: rest.includes("--json") });
  if (name === "--help" || name === "help") {
    terminal.print(overview());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    terminal.fail(`There is no command "${name}". hearback --help lists them.`);
    return 2;
  }
  if (rest.includes("--help")) {
    terminal.print(command.help);
    return 0;
  }
  return run(
    command,
    rest.filter((arg) => arg !== "--json"),
    build,
    terminal,
  );
}

async function run(
  command: Command,
  args: string[],
  build: ServerBuild,
  terminal: Terminal,
): Promise<number> {
  try {
    await command.run({ args, build, terminal });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailure) {
      terminal.fail(error.message);
      return error.exitCode;
    }
    terminal.fail(sentence(error));
    return isMisuse(error) ? 2 : 1;
  }
}

function sentence(error: unknown): string {
  const { code, port } = error as { code?: string; port?: number };
  if (error instanceof ConfigError || isMisuse(error)) return (error as Error).message;
  if (error instanceof SearchUnavailable)
    return "The search engine does not answer, or another process builds its index. Try again in a minute.";
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what listens there or set PORT to another one.`;
  if (code === "ECONNREFUSED")
    return "The database does not answer. Check DATABASE_URL and that the server runs.";
  return process.env.LOG_LEVEL === "debug"
    ? String((error as Error).stack)
    : `It failed: ${(error as Error).message}`;
}

/** An option nobody knows, a value that is missing, a word too many. */
function isMisuse(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS_");
}

function overview(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `hearback COMMAND [options]\n\n${lines.join("\n")}\n\nhearback COMMAND --help tells more. --json prints for machines.`;
}
