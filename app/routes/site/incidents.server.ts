import { visitor } from "~/features/auth/identifying.server";
import type { Incident } from "~/features/known-issues/incident";
import { listIncidents } from "~/features/known-issues/incidents.server";
import type { RequestContext } from "~/platform/http/load-context";
import { logUnexpected } from "~/platform/http/log-unexpected.server";

/** For the frame of every page. Never fails: the page that says that the database is away has a frame too. */
export async function readIncidents(args: {
  request: Request;
  context: RequestContext;
}): Promise<{ incidents: Incident[]; now: Date }> {
  const now = args.context.platform.clock.now();
  try {
    return { incidents: await listIncidents(await visitor(args)), now };
  } catch (error) {
    logUnexpected(error as Error, args.request, args.context);
    return { incidents: [], now };
  }
}
