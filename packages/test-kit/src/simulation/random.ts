import { uniformFloat32 } from 'pure-rand/distribution/uniformFloat32';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that repeats: the same seed gives the same numbers. */
export interface Random {
  /** From 0 to just below 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /**
   * Random numbers of one thing by its name, the same for every call. What happens to one order depends on no other
   * order, so that a run can omit others.
   */
  readonly of: (name: string) => Random;
}

/** @param seed any whole numbers; others give others, e.g. a seed and the number of an order. */
export function randomFrom(...seed: readonly number[]): Random {
  const generator = xoroshiro128plus(seed.reduce((mixed, part) => (Math.imul(mixed, 0x9e3779b1) + part) | 0, 0));
  const children = new Map<string, Random>();
  const between = (least: number, most: number): number => uniformInt(generator, least, most);
  return {
    next: () => uniformFloat32(generator),
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    of: (name) => {
      const child = children.get(name) ?? randomFrom(...seed, hashOf(name));
      children.set(name, child);
      return child;
    },
  };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
