// Bundles scripts, styles and letters into the package. The same sources give the same files.
import { build } from "esbuild";
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const into = join(import.meta.dirname, "..", "src", "rejoinder", "publish", "web", "static");
await mkdir(into, { recursive: true });
for (const name of await readdir(into)) await rm(join(into, name));
await build({
  entryPoints: [join(import.meta.dirname, "src", "desk.ts"), join(import.meta.dirname, "src", "desk.css")],
  outdir: into,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome110", "firefox110", "safari16"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  legalComments: "none",
  logLevel: "warning",
});
await copyFile(join(import.meta.dirname, "src", "mark.svg"), join(into, "mark.svg"));
for (const font of ["source-serif-4", "source-sans-3"]) {
  await copyFile(join(import.meta.dirname, "node_modules", "@fontsource-variable", font, "LICENSE"), join(into, `${font}.LICENSE.txt`));
}
await copyFile(join(import.meta.dirname, "node_modules", "htmx.org", "LICENSE"), join(into, "htmx.LICENSE.txt"));
