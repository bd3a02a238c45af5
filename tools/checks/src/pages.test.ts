import { describe, expect, it } from 'vitest';
import { declarationOf } from './drawn-code.ts';
import { drawPage, falseClaims, flawsOfPattern } from './pages.ts';

const source = `import x from 'x';

/** Adds one. */
export const increment = (n: number) => n + 1;

export class Counter {
  /** Counts. */
  count(): number {
    return increment(1);
  }
}
`;
const read = (path: string) => (path === 'src/counter.ts' ? source : undefined);
const drawing = (symbol: string, code: string) =>
  `<!-- code: src/counter.ts#${symbol} -->\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

describe('what a source declares', () => {
  it('is drawn with its documentation', () => {
    expect(declarationOf(source, 'increment')).toBe('/** Adds one. */\nexport const increment = (n: number) => n + 1;');
  });

  it('is drawn as far to the left as it goes, if it is a member', () => {
    expect(declarationOf(source, 'Counter.count')).toBe('/** Counts. */\ncount(): number {\n  return increment(1);\n}');
  });

  it('is undefined for an unknown declaration', () => {
    expect(declarationOf(source, 'decrement')).toBeUndefined();
    expect(declarationOf(source, 'Counter.reset')).toBeUndefined();
  });
});

describe('a page', () => {
  it('has the code of the source, whatever it had before', () => {
    const { page, problems } = drawPage(`Before.\n\n${drawing('increment', 'old')}\nAfter.`, read);
    expect(page).toBe(
      `Before.\n\n${drawing('increment', '/** Adds one. */\nexport const increment = (n: number) => n + 1;')}\nAfter.`,
    );
    expect(problems).toEqual([]);
  });

  it('reports missing files and symbols, and leaves the page unchanged', () => {
    const lost =
      drawing('gone', 'x').replace('counter.ts', 'counter.ts') + drawing('x', 'x').replace('counter', 'lost');
    const { page, problems } = drawPage(lost, read);
    expect(page).toBe(lost);
    expect(problems).toEqual(['src/counter.ts declares no gone', 'there is no file src/lost.ts']);
  });

  it('may name tests and scripts that are there, and no others', () => {
    const tests = { '../a.test.ts': "it('never sells it twice', () => {" };
    const known = { read: (path: string) => tests[path as keyof typeof tests], scripts: ['soak'] };
    const honest = '[never sells it twice](../a.test.ts), `npm run soak -- x`';
    expect(falseClaims(honest, known)).toEqual([]);
    const lies = '[sells it thrice](../a.test.ts), [never sells it twice](../b.test.ts), `npm run soka`';
    expect(falseClaims(lies, known)).toEqual([
      'no test in ../a.test.ts is called “sells it thrice”',
      'no test in ../b.test.ts is called “never sells it twice”',
      'there is no npm run soka',
    ]);
  });
});

describe('a page about a pattern', () => {
  const parts = ['The problem', 'How the shop solves it', 'Files', 'Proven by', 'Pitfall', 'When not to use it'];
  const page = parts.map((part) => `## ${part}\n\nText.\n`).join('\n');

  it('has all its parts, and the index leads to it', () => {
    expect(flawsOfPattern(page, { file: 'e1-x.md', index: '- [E1 · X](e1-x.md)' })).toEqual([]);
  });

  it('lists its headings if one is missing, and reports that the index has no link', () => {
    const [inside, outside] = flawsOfPattern(page.replace('## Proven by', '## Proof'), { file: 'e1-x.md', index: '' });
    expect([inside, outside]).toEqual([
      expect.stringContaining('Files, Proof, Pitfall'),
      'the index does not lead to it',
    ]);
  });
});
