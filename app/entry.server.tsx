import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { ProductError } from "~/platform/errors";
import { ScriptProvider } from "~/ui/script";

// The starters travel in the one server bundle, so that web, worker and commands share every module.
export { runCommand } from "~/wiring/cli.server";
export { webApp } from "~/wiring/server";

/** Renders a page in one piece: no stream, so that the length is known and renders do not interleave. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const html = renderToString(
    <ScriptProvider value={context.manifest.entry.module}>
      <RemixServer context={context} url={request.url} />
    </ScriptProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

/** What nobody foresaw is logged with the number of its request; expected errors are answers and no news. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || error instanceof ProductError || isRouterAnswer(error)) return;
  context.platform.log.error(
    { err: error, requestId: context.requestId, path: new URL(request.url).pathname },
    "unexpected",
  );
}

// Remix's own answers: no such route, method not allowed.
function isRouterAnswer(error: unknown): boolean {
  return typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500;
}
