import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

/** Faults of a simulation with their probabilities. */
export interface FaultChances {
  /** A call of a port takes long: seconds, at times longer than its caller waits. */
  readonly slow: number;
  /** A call of a port fails before it has an effect. */
  readonly error: number;
  /** A call of a port has its effect, and fails nevertheless: the answer is lost. */
  readonly lost_answer: number;
  /** The function dies before a call of a port has its effect. */
  readonly crash_before: number;
  /** The function dies after a call of a port had its effect. */
  readonly crash_after: number;
  /** An invocation is rejected. */
  readonly throttle: number;
  /** An invocation runs twice, both at the same time or one after the other. */
  readonly duplicate: number;
  /** An invocation begins after its caller gave it up. */
  readonly late: number;
  /** For a while a function is hardly ever reached, or late; the chance that a function has such a time. */
  readonly outage: number;
  /** An execution of a state machine ends between two states, undecided. */
  readonly abort: number;
  /** A message is delivered twice. */
  readonly redelivery: number;
  /** A message is delivered minutes late. */
  readonly delayed_message: number;
  /** An external service rejects a request: a charge is declined. */
  readonly decline: number;
  /** An external service has an effect and never reports it. */
  readonly lost_webhook: number;
}
export type FaultKind = keyof FaultChances;

/** Everything goes wrong, each thing often enough to meet the others. */
export const ALL_FAULTS: FaultChances = {
  slow: 0.01,
  error: 0.02,
  lost_answer: 0.02,
  crash_before: 0.01,
  crash_after: 0.015,
  throttle: 0.01,
  duplicate: 0.05,
  late: 0.02,
  outage: 0.1,
  abort: 0.006,
  redelivery: 0.1,
  delayed_message: 0.05,
  decline: 0.04,
  lost_webhook: 0.1,
};
export const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(ALL_FAULTS, name);
export const FAULT_KINDS: readonly FaultKind[] = Object.keys(ALL_FAULTS).filter(isFaultKind);

export interface Faults {
  /**
   * Which of these strikes now, if any.
   *
   * @param luck of whom it would strike; it costs one number of it, also for kinds that are left out.
   */
  readonly strike: <Kind extends FaultKind>(kinds: readonly Kind[], luck: Random) => Kind | undefined;
  /** Reports whether a function, by name, is mostly unreachable now. */
  readonly isOut: (functionName: string) => boolean;
  /** Number of occurrences of each fault. */
  readonly struck: () => Readonly<Partial<Record<FaultKind, number>>>;
}

const MINUTE = 60_000;

/**
 * @param kinds those that strike; none is a quiet world, where nothing goes wrong.
 * @param calmAfter when the world gets well (milliseconds), so that whatever is left can end.
 */
export function faultsOf(
  scheduler: Scheduler,
  { kinds, calmAfter = 60 * MINUTE }: { readonly kinds: readonly FaultKind[]; readonly calmAfter?: number },
): Faults {
  const { random, now } = scheduler;
  const allowed = new Set(kinds);
  const counts: Partial<Record<FaultKind, number>> = {};
  const outages = new Map<string, { readonly from: number; readonly to: number } | undefined>();

  const strike: Faults['strike'] = (asked, luck) => {
    let drawn = luck.next();
    for (const kind of asked) {
      drawn -= ALL_FAULTS[kind];
      if (drawn >= 0) continue;
      if (!allowed.has(kind) || now() >= calmAfter) return undefined;
      counts[kind] = (counts[kind] ?? 0) + 1;
      return kind;
    }
    return undefined;
  };
  return {
    strike,
    struck: () => counts,
    isOut: (name) => {
      if (!outages.has(name)) {
        const luck = random.of(`outage of ${name}`);
        const from = luck.between(0, MINUTE / 2);
        const to = from + luck.between(MINUTE / 2, luck.pick([5, 5, 5, 20]) * MINUTE);
        outages.set(name, strike(['outage'], luck) && { from, to });
      }
      const outage = outages.get(name);
      return outage !== undefined && now() >= outage.from && now() < outage.to;
    },
  };
}
