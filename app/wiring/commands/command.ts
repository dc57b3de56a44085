import type { ServerBuild } from "@remix-run/node";
import type { Terminal } from "../terminal.server";

export interface CommandInput {
  args: string[];
  build: ServerBuild;
  terminal: Terminal;
}

export interface Command {
  summary: string;
  help: string;
  run(input: CommandInput): Promise<void>;
}

/** Ends a command with a sentence for the person who typed it. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}
