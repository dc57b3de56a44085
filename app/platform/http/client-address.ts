import { isIP } from "node:net";

/**
 * Address of the client. Each trusted proxy appends the address it saw to X-Forwarded-For, so only as many entries
 * from the right are believed as there are such proxies; whatever stands before them is the client's own claim.
 */
export function clientAddress(
  request: Request,
  socketAddress: string | undefined,
  trustedProxies: number,
): string {
  const seen = socketAddress ?? "unknown";
  if (trustedProxies === 0) return seen;
  const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return addressIn(forwarded.at(-trustedProxies)) ?? seen;
}

/** Some proxies write the port too, or "unknown". */
function addressIn(entry = ""): string | null {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? [];
  const address = bracketed ?? plain ?? entry;
  return isIP(address) ? address : null;
}
