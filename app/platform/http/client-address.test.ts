import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const seen = (forwarded: string | null, hops: number) =>
  clientAddress(
    new Request(
      "http://hearback.test/",
      forwarded === null ? {} : { headers: { "X-Forwarded-For": forwarded } },
    ),
    "127.0.0.1",
    hops,
  );

test.each([
  ["nothing is believed without a trusted proxy", "203.0.113.9", 0, "127.0.0.1"],
  ["one proxy's own entry is the last", "10.9.9.9, 203.0.113.9", 1, "203.0.113.9"],
  ["of two proxies the outer one saw the client", "6.6.6.6, 203.0.113.9, 198.51.100.1", 2, "203.0.113.9"],
  ["fewer entries than proxies name nobody", "203.0.113.9", 2, "127.0.0.1"],
  ["no header names nobody", null, 1, "127.0.0.1"],
  ["a port is not part of an address", "203.0.113.9:4711", 1, "203.0.113.9"],
  ["nor is it in IPv6", "[2001:db8::1]:4711", 1, "2001:db8::1"],
  ["what is no address names nobody", "unknown", 1, "127.0.0.1"],
  ["nor does a script", "<script>", 1, "127.0.0.1"],
])("%s", (_what, forwarded, hops, address) => expect(seen(forwarded, hops)).toBe(address));
