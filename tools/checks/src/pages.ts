import { declarationOf } from './drawn-code.ts';

/** Reads a file of the project; undefined where there is none. */
export type ReadFile = (path: string) => string | undefined;

/** A comment that names a file and what of it is shown, and the block that shows it. */
const DRAWN = /<!-- code: (?<path>[^#\s]+)#(?<symbol>\S+) -->\n\n?```(?<language>\w+)\n(?<code>[\s\S]*?)```/g;

/** The page with its code drawn anew from the sources, and what could not be found there. */
export function drawPage(
  page: string,
  read: ReadFile,
): { readonly page: string; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const drawn = page.replace(DRAWN, (block, path: string, symbol: string, language: string) => {
    const source = read(path);
    const code = source === undefined ? undefined : declarationOf(source, symbol);
    if (code === undefined) {
      problems.push(source === undefined ? `there is no file ${path}` : `${path} declares no ${symbol}`);
      return block;
    }
    return `<!-- code: ${path}#${symbol} -->\n\n\`\`\`${language}\n${code}\n\`\`\``;
  });
  return { page: drawn, problems };
}

/** A link to a test: its text is what the test is called, unless it is the path in backticks. */
const TEST = /\[(?<title>[^\]`]+)\]\((?<path>[^)\s]+\.(?:test|contract)\.tsx?)\)/g;
const SCRIPT = /`npm run (?<script>[\w:-]+)/g;

/** Errors of a page: links to unknown tests, and scripts that package.json doesn't have. */
export function falseClaims(
  page: string,
  { read, scripts }: { readonly read: ReadFile; readonly scripts: readonly string[] },
): readonly string[] {
  const tests = [...page.matchAll(TEST)].flatMap(({ groups: { title = '', path = '' } = {} }) =>
    wordsOf(read(path) ?? '').includes(wordsOf(title)) ? [] : [`no test in ${path} is called “${title}”`],
  );
  const unknown = [...page.matchAll(SCRIPT)].flatMap(({ groups: { script = '' } = {} }) =>
    scripts.includes(script) ? [] : [`there is no npm run ${script}`],
  );
  return [...tests, ...unknown];
}

/** Headings of a pattern page, in this order. */
const PARTS = ['The problem', 'How the shop solves it', 'Files', 'Proven by', 'Pitfall', 'When not to use it'];

/** Errors of a pattern page: missing headings, and a missing link in the index. */
export function flawsOfPattern(page: string, { file, index }: { readonly file: string; readonly index: string }) {
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  return [
    ...(headings.join() === PARTS.join()
      ? []
      : [`its parts are ${headings.join(', ')} instead of ${PARTS.join(', ')}`]),
    ...(index.includes(`](${file})`) ? [] : ['the index does not lead to it']),
  ];
}

/** Without quotes and line ends, in which a page and a source differ. */
const wordsOf = (text: string): string => text.replaceAll(/[’'`"\\]/g, '').replaceAll(/\s+/g, ' ');
