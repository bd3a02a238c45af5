import type { World } from './world.ts';
import { type Definition, edited, redirected } from './plants.ts';

/**
 * Until the sweeper is there: the workflow of an order that is driven again undoes everything, from whichever state it
 * fails, since an earlier attempt may have come further than this one.
 */
export function redriveDefinition(definition: Definition): Definition {
  const { CancelShipments = {}, UndoPayment = {}, ReleaseStock = {} } = definition.States;
  return edited(redirected(definition, ['UndoPayment', 'ReleaseStock'], 'CancelShipments'), {
    CancelShipments,
    UndoPayment,
    ReleaseStock,
  });
}

const MINUTE = 60_000;

/** Looks every few minutes for orders whose workflow ended undecided, or never began, and drives them again. */
export async function sweep({ scheduler, order, invoke, executionOf }: World, isDone: () => boolean): Promise<void> {
  const luck = scheduler.random.of('sweeper');
  while (!isDone()) {
    await scheduler.sleep(luck.between(3 * MINUTE, 7 * MINUTE));
    const latest = new Map(order.saved.map((each) => [each.orderId, each]));
    for (const { orderId, attempt, status } of latest.values()) {
      const isOver = executionOf(`${orderId}-${attempt}`)?.status() !== 'RUNNING';
      // A sweep that fails comes again.
      if (status === 'PLACED' && isOver) await invoke('redrive-order', order.redrive, orderId).catch(() => {});
    }
  }
}
