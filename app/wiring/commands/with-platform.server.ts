import { readConfig } from "~/platform/config/config.server";
import { migrate } from "~/platform/db/migrations.server";
import { openPlatform, type OpenPlatform } from "../platform.server";

/** Opens a migrated platform for one command and closes it whatever happens. */
export async function withPlatform<T>(work: (platform: OpenPlatform) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  await migrate({ url: config.databaseUrl, root: config.root });
  const platform = await openPlatform(config);
  try {
    return await work(platform);
  } finally {
    await platform.close();
  }
}
