import type { Meilisearch } from "meilisearch";
import { SearchUnavailable } from "../errors";
import { isAuthFailure } from "./failures";

/** From here on the server quotes filter values itself; before, escaping had holes. */
const oldest = { major: 1, minor: 50 };

/** Throws when the server is too old. A key that may not ask for the version is trusted. */
export async function requireVersion(admin: Meilisearch): Promise<void> {
  const version = await askVersion(admin);
  if (version === undefined) return;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  const cause = new Error(
    `Meilisearch ${oldest.major}.${oldest.minor} or later is needed, this is ${version}`,
  );
  throw new SearchUnavailable("not-ready", { cause });
}

async function askVersion(admin: Meilisearch): Promise<string | undefined> {
  try {
    return (await admin.getVersion()).pkgVersion;
  } catch (error) {
    if (isAuthFailure(error)) return undefined;
    throw error;
  }
}
