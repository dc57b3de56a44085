import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "~/platform/clock/clock";
import { EmbeddedEngine } from "~/platform/search-engine/embedded.server";
import { describeSearchContract } from "./search-contract";

describeSearchContract("The embedded engine", async () => {
  const directory = await mkdtemp(join(tmpdir(), "search-"));
  const engine = new EmbeddedEngine(directory, systemClock);
  return {
    engine,
    async breakDown() {
      await engine.close();
      for (const name of await readdir(directory)) {
        if (name.includes(".sqlite")) await writeFile(join(directory, name), "not a database ".repeat(1_000));
      }
    },
    async close() {
      await engine.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
});
