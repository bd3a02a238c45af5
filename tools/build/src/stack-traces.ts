// Stands before every bundle: stack traces name the sources and not the minified bundle. Node's own --enable-source-maps reads and
// parses a bundle's map at each cold start, 6 to 10 ms for a function of the usual size; this does it when a stack is first read.
import type { SourceMap, SourceOrigin } from 'node:module';

const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

/** Without imports, so that it can stand before a bundle that has its own. */
function readMap(file: string): SourceMap | undefined {
  const [fs, modules] = [process.getBuiltinModule('fs'), process.getBuiltinModule('module')];
  try {
    return new modules.SourceMap(JSON.parse(fs.readFileSync(new URL(`${file}.map`), 'utf8')));
  } catch {
    return undefined;
  }
}

const isOrigin = (found: object): found is SourceOrigin => 'fileName' in found;

function placeOf(site: NodeJS.CallSite): string {
  const file = site.getFileName() ?? '';
  const [line, column] = [site.getLineNumber() ?? 0, site.getColumnNumber() ?? 0];
  const found = file.startsWith('file:') ? mapOf(file)?.findOrigin(line, column) : undefined;
  if (!found || !isOrigin(found)) return named(site.getFunctionName(), [file, line, column].join(':'));
  return named(found.name, [found.fileName, found.lineNumber, found.columnNumber].join(':'));
}

const named = (name: string | null | undefined, place: string): string => (name ? `${name} (${place})` : place);

// https://nodejs.org/api/errors.html#class-error and https://v8.dev/docs/stack-trace-api
Error.prepareStackTrace = (error, sites) =>
  [String(error), ...sites.map((site) => `    at ${placeOf(site)}`)].join('\n');
