import { describe, expect, it } from '@jest/globals';
import { createCancellationRequests } from './cancellation-requests.ts';

const storageOf = (kept: Map<string, string>) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

describe('an order that was asked to be cancelled', () => {
  it('is still known after the page was loaded anew, and no other is', () => {
    const kept = new Map<string, string>();
    createCancellationRequests(storageOf(kept)).add('ord_1');
    const reloaded = createCancellationRequests(storageOf(kept));
    expect([reloaded.has('ord_1'), reloaded.has('ord_2')]).toEqual([true, false]);
  });
});
