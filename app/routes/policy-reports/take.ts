import type { ActionFunctionArgs } from "@remix-run/node";
import { keepPolicyReport } from "~/features/admin/policy-reports/keeping.server";
import { mostReportBytes, readPolicyReport } from "~/features/admin/policy-reports/report";
import { visitor } from "~/features/auth/identifying.server";
import { BadRequest, NotFound } from "~/platform/errors";
import { readText } from "~/platform/http/read-text.server";

/** Where browsers say what the content policy kept off a page. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await visitor(args);
  const body = (args.request.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  const sent = asJson((await readText(body, mostReportBytes)).toString("utf8"));
  const report = readPolicyReport(sent, ctx.config.origin);
  if (report) await keepPolicyReport(ctx, report);
  return new Response(null, { status: 204 });
}

export function loader() {
  throw new NotFound("page");
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest("form-unreadable");
  }
}
