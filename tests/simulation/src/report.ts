import { CancelReason } from '@waypost/contracts';
import { FAULT_KINDS } from '@waypost/test-kit/simulation';
import type { Scenario, Simulated } from './simulate-seed.ts';
import type { Batch, Totals } from './simulate-seeds.ts';

export function describeProgress({ seeds }: Totals, { seeds: all }: Batch, seconds: number): string {
  return `${String(seeds).padStart(6)} of ${all} seeds  (${seconds.toFixed(0)} s)`;
}

/** Report of a run. The last line states the number of violations. */
export function describeTotals(totals: Totals, { orders: each }: Batch, seconds: number): string {
  const { seeds, events, confirmed, cancelled, redriven, parked, faults, violations } = totals;
  const orders = seeds * each.length;
  const struck = FAULT_KINDS.flatMap((kind) => (faults[kind] === undefined ? [] : [`${kind} ${faults[kind]}`]));
  const reasons = CancelReason.options.map((reason) => `${reason} ${cancelled[reason] ?? 0}`);
  const ended = confirmed + Object.values(cancelled).reduce((sum, count) => sum + count, 0);
  return [
    `${confirmed} confirmed, ${ended - confirmed} cancelled, ${orders - ended} never placed or still open`,
    `${redriven} redriven, ${parked} parked for an operator`,
    `cancelled: ${reasons.join(', ')}`,
    `faults: ${struck.join(', ') || 'none'}`,
    `${orders} orders, ${seeds} seeds, ${events} events, ${violations.length} violations, ${seconds.toFixed(1)} s, ${Math.round(orders / seconds)} orders/s`,
  ].join('\n');
}

/** The smallest run with the violation, step by step, and the command that reproduces it. */
export function describeViolation(scenario: Scenario, { violation, trace }: Simulated): string {
  return [...trace, '', `✖ ${violation}`, `  npm run simulate -- ${argumentsOf(scenario)} --trace`].join('\n');
}

function argumentsOf({ seed, orders, kinds, luck, plant }: Scenario): string {
  const without = FAULT_KINDS.filter((kind) => !kinds.includes(kind));
  return [
    `--seed ${seed} --only ${orders.join(',')}`,
    ...(without.length > 0 ? [`--without ${without.join(',')}`] : []),
    ...(luck === undefined ? [] : [`--luck ${luck}`]),
    ...(plant === undefined ? [] : [`--plant ${plant}`]),
  ].join(' ');
}
