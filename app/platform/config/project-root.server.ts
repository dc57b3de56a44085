import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, found from this module: it stands in app/ while developing and in build/ afterwards. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "prisma", "models.prisma"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error("The folder prisma/ is missing: Hearback must run from its own checkout.");
    folder = parent;
  }
  return folder;
}
