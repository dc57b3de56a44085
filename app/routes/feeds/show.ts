import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerFeed } from "~/features/feeds/answering.server";
import { locales } from "~/locales/locales";

/** Nobody is identified: a feed is the same for everybody, so that whatever fetches it may keep it for others. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  return answerFeed({ ...context.platform, actor: null, locale: locales[0] }, request, params.file ?? "");
}
