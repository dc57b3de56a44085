import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Secrets {
  /** Key of signed form values and one-time tokens. */
  session: string;
}

/** Secrets that were not given are made once and kept in the data folder, readable by its owner alone. */
export function readSecrets(dataDir: string, given: string | undefined): Secrets {
  if (given) return { session: given };
  const path = join(dataDir, "secrets.json");
  return read(path) ?? make(dataDir, path);
}

function read(path: string): Secrets | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${path} cannot be read: ${(error as Error).message}`);
  }
}

// Written aside and linked into place: of two processes that start at once, both end up with the same secrets.
function make(dataDir: string, path: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const aside = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(aside, JSON.stringify({ session: randomBytes(32).toString("base64url") }), { mode: 0o600 });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return read(path)!;
}
