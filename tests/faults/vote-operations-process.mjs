// A process of its own that does as it is told, each order answered by its number; see vote-operations.fault.ts.
import { loadModule } from "../setup/load-module.mjs";

const [url] = process.argv.slice(2);
const { openSite } = await loadModule("/tests/faults/vote-operations-process.ts");
const obey = openSite(url);
process.on("message", async ({ id, order }) => {
  try {
    process.send({ id, done: await obey(order) });
  } catch (error) {
    process.send({ id, failed: String(error?.stack ?? error) });
  }
});
// Left alone by a run that was killed, it ends too.
process.once("disconnect", () => process.exit());
process.send({ id: 0 });
