import type { LoaderFunctionArgs } from "@remix-run/node";
import { readMark } from "~/features/admin/mark.server";
import { NotFound } from "~/platform/errors";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const mark = await readMark(context.platform, params.key!);
  if (!mark) throw new NotFound("mark");
  return new Response(mark.stream, {
    headers: {
      "Content-Type": "image/webp",
      "Content-Length": String(mark.size),
      // A new mark has a new address.
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
