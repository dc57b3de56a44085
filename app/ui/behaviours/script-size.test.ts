import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { expect, test } from "vitest";

const mostBytes = 12_000;

test("the script every page loads stays small on the wire", async () => {
  const app = fileURLToPath(new URL("../..", import.meta.url));
  const built = await build({
    entryPoints: [`${app}entry.client.tsx`],
    alias: { "~": app },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // What is imported only when it is needed is a file of its own.
    splitting: true,
    outdir: "out",
    metafile: true,
    write: false,
  });
  const loaded = loadedAtOnce(built.metafile.outputs);
  const files = built.outputFiles.filter(({ path }) => loaded.has(basename(path)));
  expect(files).toHaveLength(loaded.size);
  const bytes = files.reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0);
  expect(bytes).toBeLessThan(mostBytes);
});

/** The entry with everything it imports outright, whatever that imports outright in turn. */
function loadedAtOnce(outputs: Metafile["outputs"]): Set<string> {
  const loaded = new Set(
    Object.keys(outputs).filter((path) => outputs[path]!.entryPoint?.endsWith("entry.client.tsx")),
  );
  for (const path of loaded) {
    for (const { path: imported, kind } of outputs[path]!.imports) {
      if (kind === "import-statement") loaded.add(imported);
    }
  }
  return new Set([...loaded].map((path) => basename(path)));
}
