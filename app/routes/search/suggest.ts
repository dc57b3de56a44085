import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { listSuggestions } from "~/features/search/suggesting.server";

/** `{ items: [{ url, title, kind, label }] }` for `?q=`, for the search boxes' script. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const typed = new URL(args.request.url).searchParams.get("q") ?? "";
  const items = await listSuggestions(ctx, typed, args.request.signal);
  return Response.json({ items }, { headers: { "Cache-Control": "private, no-store" } });
}
