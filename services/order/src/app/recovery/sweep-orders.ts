import { sweep, type SweepResult } from '@waypost/service-kit';
import type { PendingOrders } from '../../ports.ts';
import { redriveOrder, type RedrivePorts } from './redrive-order.ts';

/** For how long an order has to lie still before it is looked at: a drive that just began isn't over. In milliseconds. */
const STILL_FOR = 30_000;
/** Maximum number of orders per sweep: as many executions as Step Functions describes without throttling. */
const AT_ONCE = 300;

/** Finds pending orders without a running workflow and redrives them. */
export async function sweepOrders(ports: RedrivePorts & { readonly undecided: PendingOrders }): Promise<SweepResult> {
  const then = new Date(Date.parse(ports.now) - STILL_FOR).toISOString();
  const undecided = await ports.undecided.unchangedSince(then, AT_ONCE);
  return sweep(undecided, (orderId) => redriveOrder(ports, orderId, 'sweeper'));
}
