import { parseArgs } from "node:util";
import { systemContext } from "~/features/members/context";
import { reindex } from "~/features/search/reindexing.server";
import { siteWords } from "~/features/search/words";
import { seedCommunity } from "~/features/transfer/seeding.server";
import { overAllTopics } from "~/features/inbox/rebuilding.server";
import { refreshObligations } from "~/features/inbox/refreshing.server";
import { drainOutbox } from "../draining.server";
import { makeMemoryKeeper } from "../memory.server";
import { CommandFailure, type Command } from "./command";
import { withPlatform } from "./with-platform.server";

const most = 5_000_000;
const votesPerTopic = 3;

export const seedCommand: Command = {
  summary: "fill an empty site with a made-up community, for benches and demos",
  help: `hearback seed [--topics N] [--replies N] [--members N] [--votes N] [--seed S]

Made-up people (they say so in their names) talk about a wallet in English and Chinese: problems, questions,
experiences and suggestions with replies, votes, official replies and announcements. The same seed makes the same
rows. Nobody can sign in as these people, and nobody is notified. Refused on a site that was seeded before.
--topics N    1000 unless given
--replies N   5000 unless given, a few topics get many
--members N   200 unless given
--votes N     ${votesPerTopic} for each topic unless given, on suggestions
--seed S      a whole number, 1 unless given`,
  async run({ args, terminal }) {
    const { values } = parseArgs({
      args,
      options: {
        topics: { type: "string", default: "1000" },
        replies: { type: "string", default: "5000" },
        members: { type: "string", default: "200" },
        votes: { type: "string" },
        seed: { type: "string", default: "1" },
      },
    });
    const topics = wholeNumber("--topics", values.topics, 1);
    const size = {
      topics,
      replies: wholeNumber("--replies", values.replies, 0),
      members: wholeNumber("--members", values.members, 1),
      votes: wholeNumber("--votes", values.votes ?? String(topics * votesPerTopic), 0),
      seed: wholeNumber("--seed", values.seed, 0),
    };
    const started = performance.now();
    const keepMemoryLow = makeMemoryKeeper();
    const report = await withPlatform(async (platform) => {
      const ctx = systemContext(platform);
      const onProgress = (label: string, done: number, total: number) => {
        keepMemoryLow();
        terminal.progress(label, done, total);
      };
      const outcome = await seedCommunity(ctx, { ...size, onProgress });
      if (!outcome.ok)
        throw new CommandFailure(
          "This site was seeded before. Seed an empty one: set DATA_DIR to a new folder.",
        );
      await platform.search.prepare(siteWords);
      await reindex(ctx, {
        onProgress: ({ documents, total }) => onProgress("search index", documents, total),
      });
      await overAllTopics(platform, (ids) => refreshObligations(ctx, ids));
      // Only the index and the inbox hear of what was imported, and they have just read all of it at once.
      await platform.db.outbox.updateMany({
        where: { type: "topic.imported", listener: null, finishedAt: null },
        data: { finishedAt: platform.clock.now() },
      });
      await drainOutbox(platform, () => {});
      return outcome.report;
    });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const { replies, members, votes, affected, officialReplies, announcements } = report;
    terminal.result(
      `${topics} topics, ${replies} replies (${officialReplies} official), ${members} members, ${votes} votes, ` +
        `${affected} affected, ${announcements} announcements in ${seconds} s, ` +
        `at most ${peakMb} MB.`,
      { ...report, seed: size.seed, seconds, peakMb },
    );
  },
};

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new CommandFailure(`${option} takes a whole number from ${least} to ${most}.`, 2);
}
