import { randomUUID } from "node:crypto";
import type { BenchOptions } from "./options";
import { runHearback } from "./site-process";

/** A made-up community with an administrator, the same every time. */
export async function seedCommunity(
  dataDir: string,
  { topics, replies, members }: BenchOptions["seed"],
): Promise<void> {
  await runHearback(dataDir, ["seed", "--topics", topics, "--replies", replies, "--members", members]);
  // Without an admin the front page only says that the site is not set up.
  const admin = ["--name", "bench-keeper", "--email", "keeper@bench.example", "--role", "admin"];
  await runHearback(dataDir, ["member", "create", ...admin, "--password-stdin"], randomUUID());
}
