// Plain JavaScript because the build configuration imports it.
import { build } from "esbuild";

const suffix = "?thread";

/**
 * `import source from "./worker?thread"` gives the text of one self-contained script made of that file and all it
 * imports, for `new Worker(source, { eval: true })`. A server build is a single file and the development server and the
 * tests have none, so there is no path a worker could be loaded from in all three; a text travels along everywhere.
 */
export function threadSource() {
  return {
    name: "thread-source",
    enforce: "pre",
    async resolveId(id, importer) {
      if (!id.endsWith(suffix)) return null;
      const resolved = await this.resolve(id.slice(0, -suffix.length), importer, { skipSelf: true });
      return resolved ? resolved.id + suffix : null;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const { outputFiles, metafile } = await build({
        entryPoints: [id.slice(0, -suffix.length)],
        bundle: true,
        write: false,
        metafile: true,
        platform: "node",
        format: "cjs", // a worker made from text runs as CommonJS
        target: "node20",
        minify: true,
        keepNames: true,
        legalComments: "none",
        logLevel: "warning",
      });
      for (const input of Object.keys(metafile.inputs)) {
        if (!input.includes("node_modules")) this.addWatchFile(input);
      }
      return `export default ${JSON.stringify(outputFiles[0].text)};`;
    },
  };
}
