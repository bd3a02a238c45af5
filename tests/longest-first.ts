import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Journeys by duration, the longest first. Files that aren't listed start after them. */
const LONGEST = [
  'giving-up',
  'commands',
  'crash',
  'waiting',
  'faults',
  'changing',
  'parcels',
  'returns',
  'races',
  'trips',
  'events',
  'ledger',
  'storefront',
  'reconciliation',
];

/** Starts the longest journeys first, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rankOf(a) - rankOf(b)));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.e2e.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
}
