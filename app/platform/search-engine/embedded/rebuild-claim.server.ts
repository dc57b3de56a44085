import { hostname } from "node:os";
import { SearchUnavailable } from "../errors";
import type { Connection } from "./connection.server";
import type { IndexFiles } from "./index-files.server";

/** The right to replace the file in use, held by one process at a time. */
export interface Claim {
  name: string;
  connection: Connection;
}

/** A rebuild that has not been heard of for this long has died. */
const staleAfterMs = 60_000;

interface Building {
  name: string;
  beatAt: number;
  host: string;
  pid: number;
}

/** Makes the new file and starts the journal of the old one. Throws when another process is at it. */
export async function claimRebuild(files: IndexFiles, now: () => number): Promise<Claim> {
  return files.writing(({ connection: old }) => {
    const other = buildingOf(old);
    if (other && isAlive(other, now())) throw new SearchUnavailable("not-ready");
    if (other) files.generations.remove(other.name);
    const { name, connection } = files.generations.create({ busyTimeoutMs: 1_000, isDurable: false });
    old.run("DELETE FROM journal");
    writeBuilding(old, name, now());
    return { name, connection };
  });
}

/** Tells the others that this rebuild lives. */
export async function keepClaim(files: IndexFiles, claim: Claim, now: () => number): Promise<void> {
  await files.writing(({ connection }) => {
    if (!holdsClaim(connection, claim)) throw new SearchUnavailable("not-ready");
    writeBuilding(connection, claim.name, now());
  });
}

export function holdsClaim(old: Connection, claim: Claim): boolean {
  return buildingOf(old)?.name === claim.name;
}

export async function releaseClaim(files: IndexFiles, claim: Claim): Promise<void> {
  claim.connection.close();
  await files.writing(({ connection }) => {
    if (!holdsClaim(connection, claim)) return;
    connection.run("DELETE FROM meta WHERE key = 'building'");
    connection.run("DELETE FROM journal");
  });
  files.generations.remove(claim.name);
}

function buildingOf(connection: Connection): Building | undefined {
  const row = connection.get<{ value: string }>("SELECT value FROM meta WHERE key = 'building'");
  return row && (JSON.parse(row.value) as Building);
}

function writeBuilding(connection: Connection, name: string, beatAt: number): void {
  const building: Building = { name, beatAt, host: hostname(), pid: process.pid };
  connection.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('building', ?)", JSON.stringify(building));
}

function isAlive({ beatAt, host, pid }: Building, now: number): boolean {
  if (now - beatAt >= staleAfterMs) return false;
  return host !== hostname() || isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
