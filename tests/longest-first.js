// A jest sequencer: what waits longest begins first, so that nothing long is left alone at the end. Files not named here come after.
import Sequencer from '@jest/test-sequencer';

/** Journeys by how long they take, the longest first. */
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

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((name) => path.endsWith(`/${name}.e2e.test.ts`));
  return rank === -1 ? LONGEST.length : rank;
};

// oxlint-disable-next-line import/no-default-export -- jest asks for it
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return tests.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
