import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { noteReturnedMail } from "~/features/mailing/returned-mails.server";
import { systemContext } from "~/features/members/context";
import { CommandFailure, type Command } from "./command";
import { withPlatform } from "./with-platform.server";

export const mailCommand: Command = {
  summary: "read what mail servers sent back",
  help: `hearback mail bounces FILE...

Reads reports of undelivered mail (RFC 3464), one message per file, and notes which addresses refused a mail of ours for
good. After the third time nothing is sent there until its owner says so. The same report read again changes nothing.`,
  async run({ args, terminal }) {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    const [what, ...files] = positionals;
    if (what !== "bounces" || files.length === 0)
      throw new CommandFailure("Say which files: hearback mail bounces FILE...", 2);
    const counted = { noted: 0, ignored: 0 };
    await withPlatform(async (platform) => {
      const ctx = systemContext(platform);
      for (const [index, file] of files.entries()) {
        terminal.progress("Reading reports", index, files.length);
        const isNoted = await noteReturnedMail(ctx, await readFile(file));
        counted[isNoted ? "noted" : "ignored"]++;
      }
    });
    terminal.result(`${counted.noted} noted, ${counted.ignored} no report of a mail of ours`, counted);
  },
};
