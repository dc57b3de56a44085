import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { projectRoot } from "~/platform/config/project-root.server";

const root = projectRoot();

/** Every source file of app/ (without generated code and tests), relative to the project. */
export function sourceFiles(folder = "app"): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return name === "generated" ? [] : sourceFiles(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** What a file imports, static, dynamic or as a type: files of app/ as paths, packages by name. */
export function importsOf(file: string): { local: string[]; packages: string[] } {
  const local: string[] = [];
  const packages: string[] = [];
  for (const [, specifier] of read(file).matchAll(/(?:from\s+|import\s*\(\s*|import\s+)["']([^"']+)["']/g)) {
    if (specifier!.startsWith("~/")) local.push(resolveFile(`app/${specifier!.slice(2)}`));
    else if (specifier!.startsWith(".")) local.push(resolveFile(normalize(join(dirname(file), specifier!))));
    else packages.push(specifier!);
  }
  return { local, packages };
}

function resolveFile(path: string): string {
  const bare = path.replace(/\?.*$/, "");
  return (
    [".ts", ".tsx", ""]
      .map((ending) => bare + ending)
      .find((candidate) => existsSync(join(root, candidate))) ?? bare
  );
}
