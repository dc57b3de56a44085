import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { requireProof } from "~/features/auth/proving.server";
import { openCopy } from "~/features/own-data/fetching.server";

/** The copy as a file. Looked for before the proof, so that what is somebody else's looks like what is not there. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { content, madeAt } = await openCopy(ctx, args.params.key ?? "");
  try {
    await requireProof(args);
  } catch (error) {
    await content.stream.cancel();
    throw error;
  }
  const headers = {
    "Content-Type": "application/zip",
    "Content-Length": String(content.size),
    "Content-Disposition": `attachment; filename="own-data-${madeAt.toISOString().slice(0, 10)}.zip"`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
  if (args.request.method !== "HEAD") return new Response(content.stream, { headers });
  await content.stream.cancel();
  return new Response(null, { headers });
}
