// A worker in a process of its own, to be killed; see killed-worker.test.ts.
import { loadModule } from "../../setup/load-module.mjs";

const [url, hangAfter] = process.argv.slice(2);
const { workHere } = await loadModule("/tests/contracts/outbox/counting-worker.ts");
process.once("message", () => void workHere(url, Number(hangAfter), () => process.send("hanging")));
process.send("ready");
