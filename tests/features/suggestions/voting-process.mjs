// A process of its own that votes when told to; see voting-processes.test.ts.
import { loadModule } from "../../setup/load-module.mjs";

const [url, voter, number, times] = process.argv.slice(2);
const { voteFromHere } = await loadModule("/tests/features/suggestions/voting-process.ts");
process.once("message", async () => {
  const answers = await voteFromHere(url, JSON.parse(voter), Number(number), Number(times));
  process.send(answers, () => process.exit(0));
});
process.send("ready");
