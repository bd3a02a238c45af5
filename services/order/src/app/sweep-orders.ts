import { logger, reasonOf } from '@waypost/service-kit';
import type { UndecidedOrders } from '../ports.ts';
import { redriveOrder, type RedrivePorts } from './redrive-order.ts';

/** For how long an order has to lie still before it is looked at: a drive that just began isn't over. In milliseconds. */
const STILL_FOR = 30_000;
/** How many orders one sweep looks at, the oldest first: as many executions as Step Functions describes without throttling. */
const AT_ONCE = 300;

/** What a sweep did, by outcome. */
export type Swept = Readonly<Record<string, number>>;

/** Looks at every order that lies undecided, and drives on those that nothing drives any more. One that fails holds up no other. */
export async function sweepOrders(ports: RedrivePorts & { readonly undecided: UndecidedOrders }): Promise<Swept> {
  const then = new Date(Date.parse(ports.now) - STILL_FOR).toISOString();
  const swept: Record<string, number> = {};
  for (const orderId of await ports.undecided.unchangedSince(then, AT_ONCE)) {
    const outcome = await redriveOrder(ports, orderId, 'sweeper').then(
      (result) => result.outcome,
      (error: unknown) => {
        logger.warn('not swept', { orderId, reason: reasonOf(error) });
        return 'failed';
      },
    );
    swept[outcome] = (swept[outcome] ?? 0) + 1;
  }
  return swept;
}
