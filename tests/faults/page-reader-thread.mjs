// Reads a page on a thread of its own: what the run itself has to do must not stand in the time a reader waits.
import { parentPort, workerData } from "node:worker_threads";

parentPort.on("message", async () => {
  const began = performance.now();
  try {
    const response = await fetch(workerData.page, { headers: { Accept: "text/html" } });
    await response.text();
    parentPort.postMessage({ status: response.status, took: performance.now() - began });
  } catch (error) {
    parentPort.postMessage({ status: String(error), took: 0 });
  }
});
