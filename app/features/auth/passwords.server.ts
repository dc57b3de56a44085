import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { HashingQueue } from "./hashing-queue";

// OWASP's first choice for Argon2id (which the library calls 2): 19 MiB, two passes, one lane.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// One core stays free for pages. At 20 to 50 hashes a second on each, the last in line waits a few seconds.
const running = Math.min(2, Math.max(1, availableParallelism() - 1));
const queue = new HashingQueue({ running, waiting: 100, waitingPerNetwork: 12 });

// Verified against when there is no such account, so that the answer takes as long as for a wrong password.
let hashOfNobody: Promise<string> | null = null;

/** Both take a tidied password and the network it came from; both may throw QueueFull. */
export function hashPassword(password: string, network: string): Promise<string> {
  return queue.run(network, () => hash(password, cost));
}

/** False for a member without a password, after the same work. */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
  network: string,
): Promise<boolean> {
  hashOfNobody ??= hash("nobody's password", cost);
  const against = passwordHash ?? (await hashOfNobody);
  const isRight = await queue.run(network, () => verify(against, password).catch(() => false));
  return isRight && Boolean(passwordHash);
}
