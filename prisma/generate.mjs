// Generates both database clients from the one set of models. Run by `npm start` and `npm test` when the models changed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const prismaCli = createRequire(import.meta.url).resolve("prisma/build/index.js");

for (const provider of ["sqlite", "postgresql"]) {
  const folder = join(root, ".cache", "prisma", provider);
  mkdirSync(folder, { recursive: true });
  const header = readFileSync(join(here, provider, "provider.prisma"), "utf8");
  const output = join(root, "app", "platform", "db", "generated", provider);
  const schema = join(folder, "schema.prisma");
  writeFileSync(
    schema,
    header.replace(/output\s*=.*/, `output = ${JSON.stringify(output)}`) +
      "\n" +
      readFileSync(join(here, "models.prisma"), "utf8"),
  );
  if (existsSync(output)) rmSync(output, { recursive: true });
  execFileSync(process.execPath, [prismaCli, "generate", "--schema", schema], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    // The CLI insists on a schema engine of its own and would download one; generating needs none.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
}
