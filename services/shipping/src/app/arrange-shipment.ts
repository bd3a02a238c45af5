import type { ArrangeShipmentRequest, ArrangeShipmentResult } from '@waypost/contracts';
import { decideArrange } from '../domain/order-shipments.ts';
import type { ShipmentStore } from '../ports.ts';
import { decideAndSave } from './decide-and-save.ts';

/** Arranges what leaves one warehouse for one order. Safe to repeat, and safe to come after its own cancellation. */
export function arrangeShipment(
  { shipments, now }: { shipments: ShipmentStore; now: string },
  request: ArrangeShipmentRequest,
): Promise<ArrangeShipmentResult> {
  return decideAndSave(shipments, (current) => decideArrange(current, request, now));
}
