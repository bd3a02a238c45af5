import type { Metafile } from 'esbuild';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Content of a bundle, stored next to the assets (`dist/meta/<function>.json`) so that it is not deployed. */
export const FunctionReport = z.object({
  function: z.string(),
  /** Size of `index.mjs`, in bytes. */
  bytes: z.number(),
  /** Packages that Lambda must find by itself; they are left out of the bundle on purpose. */
  external: z.array(z.string()),
  /** Source files and what each adds to the bundle, in bytes, the biggest first. */
  inputs: z.array(z.object({ path: z.string(), bytes: z.number() })),
});
export type FunctionReport = z.infer<typeof FunctionReport>;

export function functionReport(name: string, output: Metafile['outputs'][string]): FunctionReport {
  const inputs = Object.entries(output.inputs)
    .map(([path, { bytesInOutput }]) => ({ path, bytes: bytesInOutput }))
    .filter(({ bytes }) => bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes || a.path.localeCompare(b.path));
  const external = output.imports.filter((imported) => imported.external === true).map(({ path }) => path);
  return { function: name, bytes: output.bytes, external: [...new Set(external)].toSorted(), inputs };
}

export async function writeReport(dist: string, report: FunctionReport): Promise<void> {
  await mkdir(join(dist, 'meta'), { recursive: true });
  await writeFile(join(dist, 'meta', `${report.function}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

/** The reports that the last build of a workspace left; none when it has no functions or wasn't built. */
export async function readReports(workspace: string): Promise<FunctionReport[]> {
  const folder = join(workspace, 'dist', 'meta');
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (file) => FunctionReport.parse(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  );
}
