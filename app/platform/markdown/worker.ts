import { parentPort } from "node:worker_threads";
import type { MarkdownDocument } from "./port";
import { renderDocument } from "./render-document";

// One answer for each document, in order: the other side knows by it which one is being worked on.
parentPort?.on("message", (documents: MarkdownDocument[]) => {
  for (const { source, options } of documents) parentPort?.postMessage(renderDocument(source, options));
});
parentPort?.postMessage("ready");
