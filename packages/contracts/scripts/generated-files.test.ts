import { describe, expect, it } from 'vitest';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generatedFiles, staleFiles } from './generated-files.ts';

describe('what is generated from the contracts', () => {
  it('is up to date: if not, run `npm run schemas` in packages/contracts', async () => {
    expect(staleFiles(await generatedFiles())).toEqual([]);
  }, 60_000);
});

describe('staleFiles', () => {
  const files = new Map([
    ['docs/events.md', 'new'],
    ['docs/asyncapi.json', '{}'],
  ]);

  function inFolder(present: Record<string, string>): readonly string[] {
    const root = mkdtempSync(join(tmpdir(), 'waypost-contracts-'));
    try {
      for (const [path, text] of Object.entries(present)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      return staleFiles(files, root);
    } finally {
      rmSync(root, { recursive: true });
    }
  }

  it('names what is missing and what is different', () => {
    expect(inFolder({ 'docs/events.md': 'old' })).toEqual(['docs/asyncapi.json', 'docs/events.md']);
  });

  it('names what has no contract any more', () => {
    const orphan = 'packages/contracts/schemas/events/order/OrderLost.v1.json';
    expect(inFolder({ 'docs/events.md': 'new', 'docs/asyncapi.json': '{}', [orphan]: '{}' })).toEqual([orphan]);
  });
});
