import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprintOf } from './assembly.ts';

let assembly: string;

beforeEach(async () => {
  assembly = await mkdtemp(join(tmpdir(), 'waypost-assembly-'));
  await writeFile(join(assembly, 'a.template.json'), '{}');
  await writeFile(join(assembly, 'a.assets.json'), '{"files":{"1":{}}}');
});

afterEach(() => rm(assembly, { recursive: true }));

describe('the fingerprint of an assembly', () => {
  it('changes with a template or an asset, and with nothing else', async () => {
    const before = await fingerprintOf(assembly);
    await writeFile(join(assembly, 'tree.json'), '{"traces":1}');
    expect(await fingerprintOf(assembly)).toBe(before);
    await writeFile(join(assembly, 'a.assets.json'), '{"files":{"2":{}}}');
    expect(await fingerprintOf(assembly)).not.toBe(before);
  });
});
