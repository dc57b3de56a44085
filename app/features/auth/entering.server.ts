import { Forbidden } from "~/platform/errors";
import { type Access, mayEnter } from "./access";
import { type RequestArgs, requireMember } from "./identifying.server";

/**
 * Asked before every loader and action, with what the table of URLs says of the address. Feature functions ask again and
 * know more; without this one a route that forgets to call one would be open. Throws SignInRequired or Forbidden.
 */
export async function requireEntry(args: RequestArgs, { read, change }: Access): Promise<void> {
  const { method } = args.request;
  const entrant = method === "GET" || method === "HEAD" ? read : change;
  // An address that does not take the method says so itself.
  if (entrant === undefined || entrant === "anyone") return;
  const { actor } = await requireMember(args);
  if (!mayEnter(actor, entrant)) throw new Forbidden("entry");
}
