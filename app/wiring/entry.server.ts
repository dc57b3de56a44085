import type { Access } from "~/features/auth/access";
import { admit } from "~/features/auth/admitting.server";
import { requireEntry } from "~/features/auth/entering.server";
import type { RequestArgs } from "~/features/auth/identifying.server";
import routes from "~/routes";

// Remix names a route by its file, and the frame of every page "root".
const accesses = new Map<string, Access>([
  ["root", { read: "anyone" }],
  ...routes.map(({ file, access }) => [file.replace(/\.tsx?$/, ""), access] as const),
]);

/** What stands before every loader and action: limits, then the table of URLs. */
export async function enter(args: RequestArgs, routeId: string): ReturnType<typeof admit> {
  const access = accesses.get(routeId);
  if (!access) throw new Error(`No row of the table of URLs is ${routeId}`);
  const settle = await admit(args, routeId);
  await requireEntry(args, access);
  return settle;
}
