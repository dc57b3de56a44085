import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "~/features/auth/identifying.server";
import { suggestTags } from "~/features/tags/listing.server";

/** Names of tags for `?q=`, which the script offers in the field being filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const names = await suggestTags(ctx, new URL(args.request.url).searchParams.get("q") ?? "");
  return Response.json({ names }, { headers: { "Cache-Control": "private, no-store" } });
}
