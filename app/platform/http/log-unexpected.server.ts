import { loggedPath } from "~/platform/log/logged-path";
import type { RequestContext } from "./load-context";

const maxMessageCharacters = 300;
// The database cannot be reached, or has no place for us in time.
const unavailable =
  /\b(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|57P0[1-3]|53300)\b|SQLITE_(BUSY|FULL|IOERR)/;

/**
 * Logs an error nobody foresaw, with the id its error page shows. True when a dependency is down and trying again
 * later helps. Only the last line of a message is kept: Prisma repeats whole inputs above it, and those are private.
 */
export function logUnexpected(
  error: Error,
  request: Request,
  { platform, requestId }: RequestContext,
): boolean {
  const code = "code" in error ? String(error.code) : undefined;
  const isUnavailable = unavailable.test(`${code} ${error.message}`);
  if (request.signal.aborted) return isUnavailable;
  platform.log.error(
    {
      requestId,
      method: request.method,
      path: loggedPath(new URL(request.url).pathname),
      error: error.name,
      code,
      message: lastLine(error.message),
      stack: framesOf(error),
    },
    isUnavailable ? "a dependency is down" : "unexpected error",
  );
  return isUnavailable;
}

function lastLine(message: string): string {
  return (message.trimEnd().split("\n").at(-1) ?? "").slice(0, maxMessageCharacters);
}

function framesOf({ stack = "" }: Error): string[] {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 12).map((line) => line.trim());
}
