import { Category, Sku } from '@waypost/contracts';
import { cursorOf, keyOf } from '@waypost/service-kit';
import * as z from 'zod';
import type { Position } from '../ports.ts';

const Place = z.strictObject({ category: Category, sku: Sku });

/** A place in the list as the opaque `cursor` of an answer. */
export function cursorAt(next: Position | undefined): { cursor?: string } {
  return cursorOf(next && { category: next.category, sku: next.sku });
}

/**
 * The place that a cursor stands for.
 *
 * @throws ProblemError 400 for one that isn't ours, or is from the list of another category.
 */
export function placeOf(cursor: string | undefined, category?: Category): Position | undefined {
  return keyOf(cursor, (key) => {
    const { data } = Place.safeParse(key);
    return category === undefined || data?.category === category ? data : undefined;
  });
}
