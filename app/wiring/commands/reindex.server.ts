import { parseArgs } from "node:util";
import { systemContext } from "~/features/members/context";
import { reindex } from "~/features/search/reindexing.server";
import { siteWords } from "~/features/search/words";
import type { Command } from "./command";
import { withPlatform } from "./with-platform.server";

export const reindexCommand: Command = {
  summary: "build the search index anew from the database",
  help: `hearback reindex

Fills a new index beside the one in use and puts it in its place when it is whole. The site may run meanwhile:
what changes during it is not lost.`,
  async run({ args, terminal }) {
    parseArgs({ args, options: {} });
    const report = await withPlatform(async (platform) => {
      await platform.search.prepare(siteWords);
      return reindex(systemContext(platform), {
        onProgress: ({ documents, total }) => terminal.progress("search index", documents, total),
      });
    });
    const seconds = Math.round(report.tookMs / 100) / 10;
    const { documents, poisonIds } = report;
    const left = poisonIds.length > 0 ? ` ${poisonIds.length} could not be taken.` : "";
    terminal.result(`${documents} documents in ${seconds} s.${left}`, { documents, poisonIds, seconds });
  },
};
