import { buildSync, context } from 'esbuild';
import type { BuildOptions, BuildResult, Metafile, Plugin } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { functionReport, writeReport } from './function-report.ts';
import type { FunctionReport } from './function-report.ts';

export interface FunctionBundle {
  readonly name: string;
  /** The folder that CDK takes as the function's asset: `index.mjs` and its source map. */
  readonly folder: string;
  /** Hash of `index.mjs`: equal sources give equal hashes on every machine. */
  readonly hash: string;
  readonly report: FunctionReport;
}

export interface FunctionBundler {
  /** Bundles every function again, reusing what hasn't changed since the last time. */
  bundle(): Promise<FunctionBundle[]>;
  dispose(): Promise<void>;
}

type Written = BuildResult<{ write: false; metafile: true }>;

/**
 * Ways to find credentials that a function on Lambda never takes: there they come from the environment, which the SDK asks
 * first. It loads the others by `import()` when they are needed, so they may be missing.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
const credentialsNeverUsed = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/**
 * Modules that the SDK imports dynamically for event streams, which the shop doesn't use. A client that imports one of
 * them fails.
 */
const streamsNeverUsed: Plugin = {
  name: 'streams-never-used',
  setup(build) {
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** CommonJS dependencies that ask for Node's own modules need a `require`, which an ES module doesn't have. */
const requireBanner = `import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);`;

/** Entry files of a workspace's functions, relative to `src/functions`: `<name>.ts` or `<topic>/<name>.ts`, without tests. */
export async function sourcesOf(workspace: string): Promise<string[]> {
  const names = await readdir(join(workspace, 'src', 'functions'), { recursive: true }).catch(() => []);
  return names.filter((name) => /(?<!\.test|\.d)\.ts$/.test(name)).toSorted();
}

/** Bundles each function of a workspace into `dist/<name>/index.mjs`, whatever its topic. Throws esbuild's errors. */
export async function functionBundler(workspace: string): Promise<FunctionBundler> {
  const sources = await sourcesOf(workspace);
  const names = sources.map((file) => basename(file, '.ts'));
  const building = sources.length > 0 ? await context(bundleOptions(workspace, sources)) : undefined;
  return {
    bundle: async () => {
      const built = await building?.rebuild();
      return built ? Promise.all(names.map((name) => write(workspace, name, built))) : [];
    },
    dispose: async () => building?.dispose(),
  };
}

/** Forgets what earlier builds left, so that a function that was removed has no bundle. */
export async function cleanBundles(workspace: string): Promise<void> {
  await rm(join(workspace, 'dist'), { recursive: true, force: true });
}

function bundleOptions(workspace: string, sources: readonly string[]): BuildOptions & { write: false; metafile: true } {
  return {
    absWorkingDir: workspace,
    entryPoints: sources.map((file) => ({ in: `src/functions/${file}`, out: `${basename(file, '.ts')}/index` })),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    external: credentialsNeverUsed,
    plugins: [streamsNeverUsed],
    minify: true,
    treeShaking: true,
    sourcemap: 'linked',
    sourcesContent: false,
    // One character beyond Latin-1 would double what V8 has to scan at a cold start.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: requireBanner + stackTraces() },
  };
}

/** As it stands before a bundle: in a function of its own, so that no names meet. */
function stackTraces(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'stack-traces.ts')],
    bundle: true,
    format: 'iife',
    platform: 'node',
    target: 'node24',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text.trim() ?? '';
}

function outputOf(metafile: Metafile, name: string): Metafile['outputs'][string] {
  const output = metafile.outputs[`dist/${name}/index.mjs`];
  if (!output) throw new Error(`esbuild wrote no bundle for ${name}`);
  return output;
}

function asksForRequire(output: Metafile['outputs'][string]): boolean {
  return output.imports.some(({ kind, external }) => kind === 'require-call' && external === true);
}

/** The code as it is, or without the `require` that it doesn't ask for; its line stays, since the source map counts lines. */
function codeOf(contents: Uint8Array, output: Metafile['outputs'][string]): Buffer {
  const code = Buffer.from(contents);
  return asksForRequire(output) ? code : code.subarray(Buffer.byteLength(requireBanner));
}

async function write(workspace: string, name: string, built: Written): Promise<FunctionBundle> {
  const folder = join(workspace, 'dist', name);
  const output = outputOf(built.metafile, name);
  const files = built.outputFiles
    .filter((file) => dirname(file.path) === folder)
    .map(({ path, contents }) => ({ path, contents: path.endsWith('.mjs') ? codeOf(contents, output) : contents }));
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(({ path, contents }) => writeFile(path, contents)));
  const code = files.find(({ path }) => path.endsWith('.mjs'))?.contents ?? Buffer.alloc(0);
  const report = functionReport(name, { ...output, bytes: code.byteLength });
  await writeReport(join(workspace, 'dist'), report);
  return { name, folder, hash: createHash('sha256').update(code).digest('hex'), report };
}
