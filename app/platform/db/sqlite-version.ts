const mendedIn = [
  { major: 3, minor: 44, patch: 6 },
  { major: 3, minor: 50, patch: 7 },
];
const brokenFrom = { major: 3, minor: 7, patch: 0 };
const brokenBefore = { major: 3, minor: 51, patch: 3 };

type Version = { major: number; minor: number; patch: number };

/**
 * SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when several connections checkpoint at once; the fix also went
 * into 3.50.7 and 3.44.6. Throws for a version without it.
 */
export function refuseCorruptingVersion(text: string): void {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  const version = { major, minor, patch };
  const isMended = mendedIn.some((fix) => fix.major === major && fix.minor === minor && patch >= fix.patch);
  if (isMended || isBefore(version, brokenFrom) || !isBefore(version, brokenBefore)) return;
  throw new Error(
    `SQLite ${text} can corrupt the database file (fixed in 3.51.3). Install the packages of the lockfile again.`,
  );
}

function isBefore(a: Version, b: Version): boolean {
  if (a.major !== b.major) return a.major < b.major;
  if (a.minor !== b.minor) return a.minor < b.minor;
  return a.patch < b.patch;
}
