import { describe, expect, it } from 'vitest';
import { RequestReturn } from '@waypost/contracts';
import { createReturnDrafts, linesOf } from './return-drafts.ts';

const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

const draft = { key: 'k', quantities: { TENT: 2, MUG: 0, CUP: 1 } };

describe('the draft of a return', () => {
  it('is restored after a reload with its key, until it is discarded, and only for its order', () => {
    const kept = new Map<string, string>();
    createReturnDrafts(storageOf(kept)).keep('ord_1', draft);
    const reloaded = createReturnDrafts(storageOf(kept));
    expect([reloaded.find('ord_1'), reloaded.find('ord_2')]).toEqual([draft, undefined]);
    reloaded.forget('ord_1');
    expect(reloaded.find('ord_1')).toBeUndefined();
  });

  it.each(['{', '7', 'null', '{"key":1}', '{"key":"k","quantities":{"A":"many"}}'])(
    'is nothing where %s was kept',
    (text) => {
      expect(createReturnDrafts(storageOf(new Map([['waypost.return.ord_1', text]]))).find('ord_1')).toBeUndefined();
    },
  );

  it('is sent as the lines with a quantity, sorted', () => {
    const lines = [
      { sku: 'CUP', quantity: 1 },
      { sku: 'TENT', quantity: 2 },
    ];
    expect(linesOf(draft)).toEqual(lines);
    expect(linesOf({ quantities: { CUP: 1, TENT: 2 } })).toEqual(lines);
    expect(RequestReturn.body.parse({ lines })).toEqual({ lines });
  });
});
