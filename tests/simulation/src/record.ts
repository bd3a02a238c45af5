import { isLostRace } from './executions.ts';

/** Port calls that change nothing, so that no check is needed after them. */
const READS =
  /\.(?:get|of|flight|hotel|bySku|stateOf|unchangedSince|heldUntil|stockOf|levelsOf|reservationOf|reservationAndLevelsOf|shipmentsOf)$/;

/** Ids of orders and bookings in JSON. */
const IDS = /(?:ord|bkg)_[0-9a-f]{32}/g;

/** Accepted requests of people. */
export type Decision = 'cancel' | 'approve' | 'reject';

/** Record of a run for the invariants, next to the records of the services. */
export function newRecord<Id extends string>() {
  let effects = 0;
  const touched = new Set<string>();
  const bugs: string[] = [];
  const deadLetters: string[] = [];
  const parked: Id[] = [];
  const accepted = new Map<Id, Set<Decision>>();
  return {
    /** Number of port calls that changed something. */
    effects: () => effects,
    /** Ids of orders and bookings named by the effects since the last call. */
    takeTouched: (): ReadonlySet<string> => {
      const taken = new Set(touched);
      touched.clear();
      return taken;
    },
    /** Failures that no fault caused. */
    bugs: bugs as readonly string[],
    /** Dead letters, and what waits for an operator. */
    deadLetters: deadLetters as readonly string[],
    parked: parked as readonly Id[],
    /** Decisions that the API reported to people. */
    accepted: accepted as ReadonlyMap<Id, ReadonlySet<Decision>>,
    accept: (id: Id, decision: Decision): void => {
      accepted.set(id, (accepted.get(id) ?? new Set()).add(decision));
    },
    onEffect: (call: string, values: readonly unknown[]): void => {
      if (READS.test(call)) return;
      effects += 1;
      for (const [id] of JSON.stringify(values).matchAll(IDS)) touched.add(id);
    },
    onBug: (bug: string): void => void bugs.push(bug),
    onOwnFailure: (name: string, error: unknown): void => {
      if (!isLostRace(error)) bugs.push(`${name} fails by itself: ${String(error)}`);
    },
    onDeadLetter: async ({ reason }: { readonly reason: string }): Promise<void> => void deadLetters.push(reason),
    onParked: (id: Id): void => void parked.push(id),
  };
}
