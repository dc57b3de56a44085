import type { LoaderFunctionArgs } from "@remix-run/node";
import { ListenSchema } from "~/features/live/input";
import { listen } from "~/features/live/listening.server";

export async function loader(args: LoaderFunctionArgs) {
  const params = new URL(args.request.url).searchParams;
  const input = ListenSchema.parse({
    ...Object.fromEntries(params),
    // Of a browser that comes back by itself; the script, which closes and opens, says it in the address.
    last: args.request.headers.get("last-event-id") ?? params.get("last") ?? undefined,
  });
  // Nobody reads the body of a HEAD: its stream would stay open.
  return new Response(args.request.method === "HEAD" ? null : await listen(args, input), { headers });
}

const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store",
  // Asks proxies not to gather what is meant for now.
  "X-Accel-Buffering": "no",
};
