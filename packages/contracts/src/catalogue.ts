import * as contracts from './index.ts';
import type { CommandContract } from './define-command.ts';
import type { EventContract } from './define-event.ts';
import type { RouteContract } from './define-route.ts';

export type Contract = EventContract | CommandContract | RouteContract;

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'kind' in value;

const exported: readonly unknown[] = Object.values(contracts);
const everyContract: readonly Contract[] = exported
  .filter(isContract)
  .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'));

/** Every event, by owner and name. */
export const everyEvent: readonly EventContract[] = everyContract.filter((contract) => contract.kind === 'event');

/** Every command, by owner and name. */
export const everyCommand: readonly CommandContract[] = everyContract.filter((contract) => contract.kind === 'command');

/** Every route, by owner and operation. */
export const everyRoute: readonly RouteContract[] = everyContract.filter((contract) => contract.kind === 'route');

/** `order/OrderPlaced.v1`, `inventory/reserve-stock.v1` or `order/placeOrder`: what files and the baseline call a contract. */
export function nameOf(contract: Contract): string {
  return contract.kind === 'route'
    ? `${contract.owner}/${contract.operationId}`
    : `${contract.owner}/${contract.name}.v${contract.version}`;
}
