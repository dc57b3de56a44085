import { parseArgs } from "node:util";
import { examine } from "../examination.server";
import { CommandFailure, type Command } from "./command";
import { withPlatform } from "./with-platform.server";

export const doctorCommand: Command = {
  summary: "check counters, orphans, files, the index and the outbox",
  help: `hearback doctor [--fix]

Recomputes what is stored twice and looks for what hangs loose. Exits with 1 when something is wrong.
--fix   put right what can be put right without losing anything`,
  async run({ args, terminal }) {
    const { values } = parseArgs({ args, options: { fix: { type: "boolean" } } });
    const findings = await withPlatform((platform) =>
      examine(platform, {
        isFixing: values.fix === true,
        onCheck: (name, done, total) => terminal.progress(name, done, total),
      }),
    );
    const open = findings.filter((finding) => finding.count > finding.fixed);
    const lines = findings.map(({ check, count, fixed }) => {
      if (count === 0) return `ok    ${check}`;
      return fixed === count ? `fixed ${check}: ${count}` : `WRONG ${check}: ${count - fixed}`;
    });
    terminal.result(lines.join("\n"), { findings });
    if (open.length > 0)
      throw new CommandFailure("Something is wrong; hearback doctor --fix repairs what it can.");
  },
};
