import { isLostRace } from './executions.ts';

/** Calls of ports that change nothing, so that there is nothing to check after them. */
const READS =
  /\.(?:get|of|flight|hotel|bySku|stateOf|unchangedSince|heldUntil|stockOf|levelsOf|reservationOf|reservationAndLevelsOf|shipmentsOf)$/;

/** What people do, who rely on what they were answered. */
export type Decision = 'cancel' | 'approve' | 'reject';

/** What happened so far that invariants look at, beside what the services keep. */
export function newRecord<Id extends string>() {
  let effects = 0;
  const bugs: string[] = [];
  const deadLetters: string[] = [];
  const parked: Id[] = [];
  const accepted = new Map<Id, Set<Decision>>();
  return {
    /** How many calls of ports changed something. */
    effects: () => effects,
    /** Failures that nobody planned. */
    bugs: bugs as readonly string[],
    /** Messages that became dead letters, and what waits for an operator. */
    deadLetters: deadLetters as readonly string[],
    parked: parked as readonly Id[],
    /** What people were told is decided. */
    accepted: accepted as ReadonlyMap<Id, ReadonlySet<Decision>>,
    accept: (id: Id, decision: Decision): void => {
      accepted.set(id, (accepted.get(id) ?? new Set()).add(decision));
    },
    onEffect: (call: string): void => {
      if (!READS.test(call)) effects += 1;
    },
    onBug: (bug: string): void => void bugs.push(bug),
    onOwnFailure: (name: string, error: unknown): void => {
      if (!isLostRace(error)) bugs.push(`${name} fails by itself: ${String(error)}`);
    },
    onDeadLetter: async ({ reason }: { readonly reason: string }): Promise<void> => void deadLetters.push(reason),
    onParked: (id: Id): void => void parked.push(id),
  };
}
